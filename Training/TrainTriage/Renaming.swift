import Concerns
import Foundation

/// Writes other names in place of those in a message, so that the words around names are learnt and not the names.
struct Renaming {
    private let given: [String]
    private let family: [String]
    private let places: [String]

    /// - Parameters:
    ///   - given: first names, many of which no list of the rules has.
    ///   - family: surnames.
    ///   - places: towns, villages and parts of them.
    init(given: [String], family: [String], places: [String]) {
        func latin(_ words: [String], from count: Int) -> [String] {
            words.filter { word in
                word.count >= count && word.unicodeScalars.allSatisfy { $0.value < 0x250 } && !word.hasSuffix("*")
            }
        }
        self.given = latin(given, from: 3)
        self.family = latin(family, from: 3)
        self.places = latin(places, from: 3)
    }

    /// The message in other names.
    func renamed(_ message: LabelledMessage, using generator: inout Seeded) -> LabelledMessage {
        var scalars: [Unicode.Scalar] = []
        var spans: [(range: Range<Int>, kind: IdentifierKind)] = []
        var chosen: [String: String] = [:]
        var done = 0
        for span in message.spans.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            scalars += message.scalars[done..<span.range.lowerBound]
            let start = scalars.count
            let former = String(String.UnicodeScalarView(message.scalars[span.range]))
            scalars += other(former, span.kind, &chosen, &generator).unicodeScalars
            spans.append((start..<scalars.count, span.kind))
            done = span.range.upperBound
        }
        scalars += message.scalars[done...]
        return LabelledMessage(message, scalars: scalars, spans: spans)
    }

    private func other(
        _ former: String, _ kind: IdentifierKind, _ chosen: inout [String: String], _ generator: inout Seeded
    ) -> String {
        guard former.unicodeScalars.allSatisfy({ $0.value < 0x250 }) else { return former }
        switch kind {
        case .person:
            let words = former.split(separator: " ").enumerated().map { number, word in
                word.count < 3
                    ? String(word) : name(number == 0 ? given : family, for: String(word), &chosen, &generator)
            }
            return words.joined(separator: " ")
        case .place: return name(places, for: former, &chosen, &generator)
        default: return former
        }
    }

    /// The same name for the same name, written as that was.
    private func name(
        _ list: [String], for former: String, _ chosen: inout [String: String], _ generator: inout Seeded
    ) -> String {
        let key = former.lowercased()
        let new = chosen[key] ?? newName(list, &generator) ?? former
        chosen[key] = new
        if former.count > 1, former == former.uppercased() { return new.uppercased() }
        return former.first?.isUppercase == true ? new.prefix(1).uppercased() + new.dropFirst() : new
    }

    /// One in four is spelt as no list has it: names are misspelt, and there are more than any list can hold.
    private func newName(_ list: [String], _ generator: inout Seeded) -> String? {
        guard let name = list.randomElement(using: &generator), name.count > 3, generator.next() % 4 == 0 else {
            return list.randomElement(using: &generator)
        }
        var letters = Array(name)
        let place = 1 + Int(generator.next() % UInt64(letters.count - 2))
        switch generator.next() % 4 {
        case 0: letters.insert(letters[place], at: place)
        case 1: letters.remove(at: place)
        case 2: letters.swapAt(place, place + 1)
        default: letters[place] = Array("aeiouykrnlmt").randomElement(using: &generator) ?? letters[place]
        }
        return String(letters)
    }
}

extension LabelledMessage {
    /// The same in small letters, as most of what comes from a phone is.
    var lowered: LabelledMessage {
        LabelledMessage(
            self,
            scalars: scalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value + 0x20)) : $0 },
            spans: spans)
    }
}
