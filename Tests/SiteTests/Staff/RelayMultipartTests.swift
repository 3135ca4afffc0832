import Pages
import Testing
import TestSupport

struct RelayMultipartTests {
    private static func parts(_ body: String, boundary: String = "b") throws -> [[String?]] {
        try MultipartForm(Array(body.utf8), boundary: boundary).parts.map { part in
            [part.name, part.fileName, String(decoding: part.bytes, as: UTF8.self)]
        }
    }

    @Test func `fields and files come out byte by byte as they were sent`() throws {
        let body =
            "before\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--b \t\r\n"
            + "content-disposition: Form-Data; filename=\"x; y=\\\"1\\\" %22\u{e9}%22.txt\"; name=files\r\n"
            + "Content-Type: text/plain\r\n\r\n\r\n--bb\r\n--c\r\n\r\n--b--\r\nafter"
        // A sender whose boundary stands within a file has sent no form.
        #expect(throws: MultipartRefused.broken) { try Self.parts(body) }
        let sound = try Self.parts(body.replacing("--bb", with: "--xb"))
        #expect(sound == [["a", nil, "one"], ["files", "x; y=\"1\" \"\u{e9}\".txt", "\r\n--xb\r\n--c\r\n"]])
    }

    @Test func `an empty form and an empty file are forms too`() throws {
        #expect(try Self.parts("--b--").isEmpty)
        let empty = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--b--"
        #expect(try Self.parts(empty) == [["f", "", ""]])
    }

    @Test(arguments: [
        "", "b", "--b", "--b-", "--b\r\n", "--b\r\n\r\n--b--",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "--c--",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b",
        "--bContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
    ])
    func `what is not whole is refused`(body: String) {
        #expect(throws: MultipartRefused.broken) { try Self.parts(body) }
    }

    @Test func `too many parts and too long heads are refused`() {
        let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
        let body = String(repeating: part, count: MultipartForm.mostParts + 1) + "--b--"
        #expect(throws: MultipartRefused.tooManyParts) { try Self.parts(body) }
        let long = body.replacing("\"a\"", with: "\"\(String(repeating: "a", count: 5_000))\"")
        #expect(throws: MultipartRefused.broken) { try Self.parts(long) }
    }

    @Test func `any bytes give a form or a refusal, and what was put in comes out`() throws {
        for seed in UInt64(0)..<500 {
            var random = Seeded(seed)
            let pieces = [
                "--b", "\r\n", "--", "\r", "\n", "Content-Disposition: form-data; name=\"a\"", "\"", ";", "=", "x",
            ]
            let body = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            _ = try? Self.parts(body)
            let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                UInt8([0x0D, 0x0A, 0x2D, 0x62, 0x00, 0xFF].randomElement(using: &random) ?? 0)
            }
            let head = Array("--longer\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
            let form = try MultipartForm(head + bytes + Array("\r\n--longer--".utf8), boundary: "longer")
            #expect(form.parts.count == 1 && Array(form.parts[0].bytes) == bytes, "\(seed)")
        }
    }
}
