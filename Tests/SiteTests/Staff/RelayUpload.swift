import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import StaffSite
import Store

/// A form with files, as a browser sends it.
struct RelayUpload {
    static let boundary = "----formBoundary7MA4YWxk"

    var token = ""
    var files: [(name: String, text: String)] = []
    var pasted = ""

    var body: String {
        var parts = [("name=\"token\"", token)]
        parts += files.map { ("name=\"files\"; filename=\"\($0.name)\"\r\nContent-Type: text/plain", $0.text) }
        // Where nothing was chosen, browsers send a file without a name.
        if files.isEmpty { parts.append(("name=\"files\"; filename=\"\"", "")) }
        parts.append(("name=\"pasted\"", pasted))
        return parts.map { head, text in
            "--\(Self.boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(text)\r\n"
        }.joined() + "--\(Self.boundary)--\r\n"
    }
}

extension Browser {
    /// The token that every form of this session carries.
    var token: String {
        get async throws { String(try await get("/relay").between(#"name="token" value=""#, "\"") ?? "") }
    }

    /// Hands files and pasted text in.
    func upload(_ files: [(name: String, text: String)], pasted: String = "") async throws -> StaffAnswer {
        try await send(RelayUpload(token: token, files: files, pasted: pasted).body)
    }

    func upload(pasted: String) async throws -> StaffAnswer { try await upload([], pasted: pasted) }

    /// Sends a body as a form with files.
    func send(
        _ body: String, as type: String = "multipart/form-data; boundary=\(RelayUpload.boundary)"
    ) async throws -> StaffAnswer {
        let headers: HTTPFields = [.cookie: cookie, .contentType: type]
        return try await Application(router: site.site.router()).test(.router) { client in
            let response = try await client.execute(
                uri: "/relay/upload", method: .post, headers: headers, body: ByteBuffer(string: body))
            return StaffAnswer(status: response.status, headers: response.headers, html: String(buffer: response.body))
        }
    }
}

extension StaffAnswer {
    /// Where a form led to.
    var location: String { header("Location") ?? "" }

    /// What stands between each `start` and the next `end`.
    func all(_ start: String, _ end: String) -> [String] {
        html.components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
    }

    /// The headings of the messages on a preview, in its order.
    var titles: [String] {
        all("<h2 id=\"message-", "</h2>").compactMap { $0.split { "><".contains($0) }.dropFirst().first }.map {
            String($0).trimmingCharacters(in: .whitespaces)
        }
    }

    /// What would become of them.
    var outcomes: [String] { all("<strong>", ".</strong>") }

    /// The seven words on each slip.
    var receipts: [String] { all(#"class="receipt" lang="en" dir="ltr" translate="no">"#, "</p>") }

    /// The fields of the page's last form as they stand.
    var fields: [(String, String)] {
        let form = html.components(separatedBy: "<form").last ?? ""
        var fields: [(String, String)] = []
        for tag in form.components(separatedBy: "<input ").dropFirst() {
            let tag = tag.prefix { $0 != ">" }
            guard let name = tag.attribute("name") else { continue }
            let isTick = tag.contains("checkbox") || tag.contains("radio")
            if !isTick || tag.contains(" checked") { fields.append((name, tag.attribute("value") ?? "")) }
        }
        for tag in form.components(separatedBy: "<select ").dropFirst() {
            let chosen = tag.components(separatedBy: " selected").first?.components(separatedBy: "value=\"").last
            guard let name = tag[...].attribute("name"), let value = chosen?.prefix(while: { $0 != "\"" }) else {
                continue
            }
            fields.append((name, String(value)))
        }
        return fields
    }
}

extension Substring {
    fileprivate func attribute(_ name: String) -> String? {
        guard let start = range(of: " \(name)=\"") ?? range(of: "\(name)=\"") else { return nil }
        return String(self[start.upperBound...].prefix { $0 != "\"" })
    }
}

extension [(String, String)] {
    /// The same fields with one of them filled in anew.
    func with(_ name: String, _ value: String) -> [(String, String)] { filter { $0.0 != name } + [(name, value)] }
}

extension TestStaffSite {
    /// All that waits at the desk, with what only opening it tells.
    func waiting() async throws -> [DeskConcern] {
        var all: [DeskConcern] = []
        for summary in try await desk.awaitingDecision() {
            if let concern = try await desk.concern(summary.id) { all.append(concern) }
        }
        return all
    }
}
