import Concerns
import Foundation

extension TellAnswers {
    /// All that was answered, as bytes: the same answers always give the same, and others give others.
    ///
    /// Shape: the answers in one order, each as its length in bytes, a colon and its text; `-` for one that was not given. It
    /// is only ever hashed under a key (`SendingKeys`), so that nothing reads it back.
    var content: Data {
        let areas = told.areas.sorted().map(\.rawValue).joined(separator: " ")
        let answers = [
            told.original.words, told.councilTyped, areas, told.ageBand?.rawValue, told.language,
            authority?.description, teller?.rawValue, sharing.rawValue, told.children.map(String.init),
        ]
        return Data(answers.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined().utf8)
    }
}
