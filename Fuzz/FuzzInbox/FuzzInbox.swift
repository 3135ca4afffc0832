import FactFiles
import Foundation
import Inbox

/// What libFuzzer calls with each input: a byte for name and format, a byte for the chunks, then the source.
///
/// - Returns: 0, as libFuzzer asks; a promise that is broken ends the process, which is how it knows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzInbox(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard input.count > 2 else { return 0 }
    let format = InboxFormat.allCases[Int(input[0]) % InboxFormat.allCases.count]
    let name = names[Int(input[0]) / InboxFormat.allCases.count % names.count]
    var bytes = Array(input.dropFirst(2))
    // A splitter decides on the format after 8 KiB; only in a longer source can chunks make a difference.
    if input[1] >= 0xC0 { while bytes.count < 8_500 { bytes += bytes } }
    Source(bytes: bytes, name: name, format: format).check(chunksOf: UInt64(input[1]), reader: reader)
    return 0
}

private let names = [
    "letters.txt", "mail.eml", "council.mbox", "new/1700.M1P2.host", "cur/1700.M1P2.host:2,DS", "source",
]

/// With the phrases as they are shipped; the fuzzer is started in the project's folder.
private let reader: InboxReader = {
    let file = "Moderation/mail.yaml"
    do {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        return InboxReader(phrases: try MailPhrases(file: file, text: text))
    } catch { fatalError("Start the fuzzer in the project's folder. \(error)") }
}()
