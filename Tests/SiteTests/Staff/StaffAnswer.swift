import Foundation
import HTTPTypes

/// What the staff site answered.
struct StaffAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let html: String

    /// What stands between the first `start` and the next `end`.
    func between(_ start: String, _ end: String) -> Substring? {
        guard let from = html.range(of: start), let to = html.range(of: end, range: from.upperBound..<html.endIndex)
        else { return nil }
        return html[from.upperBound..<to.lowerBound]
    }

    /// The value of a response's header.
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
