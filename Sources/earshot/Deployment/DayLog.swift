import Foundation
import Logging

/// Writes log lines to standard error with the day and no time: an exact time could be a young person's.
///
/// Nothing below notice is written, whatever is asked: at debug level the HTTP library logs what forms held.
struct DayLog: LogHandler {
    private let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .notice

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard event.level >= .notice else { return }
        // A request's id would join lines that belong to one visit.
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }.filter { $0.key != "hb.request.id" }
            .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        Console.say("\(MachineClock.today) \(event.level) \(label): \(event.message)\(facts)")
    }
}
