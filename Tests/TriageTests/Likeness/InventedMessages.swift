import Foundation
import TestSupport

/// The messages that the weights are learnt from, without the marks around names: invented, each of another child.
enum InventedMessages {
    /// Every sixth of those that are long enough to tell copies by.
    static func all() throws -> [String] {
        let lines = try Project.texts(under: "Training/Messages", endings: [".txt"]).sorted { $0.key < $1.key }
            .flatMap { $0.value.split(separator: "\n").map(String.init) }
            .map { $0.replacing(/\{[A-Z_]+\|([^}]*)\}/) { $0.1 } }
            .filter { $0.count > 80 && !$0.hasPrefix("#") }
        var seen: Set<String> = []
        let once = lines.filter { seen.insert(String($0.prefix(30))).inserted }
        return stride(from: 0, to: once.count, by: 4).map { once[$0] }
    }
}

/// A message as somebody else sends it on: words misspelt, in text-speak or left out, and often a sentence of their own.
struct CarelessCopy {
    let words: String

    init(of message: String, among messages: [String], using generator: inout Seeded) {
        let short = ["you": "u", "are": "r", "and": "n", "because": "cos", "for": "4", "your": "ur", "to": "2"]
        let rate = [0.05, 0.1, 0.2].randomElement(using: &generator) ?? 0.1
        var copy: [String] = []
        for word in message.split(separator: " ").map(String.init) {
            if Double.random(in: 0..<1, using: &generator) < 0.05 { continue }
            if let way = short[word.lowercased()], Bool.random(using: &generator) {
                copy.append(way)
            } else if word.count > 3, Double.random(in: 0..<1, using: &generator) < rate {
                copy.append(Self.misspelt(word, using: &generator))
            } else {
                copy.append(word)
            }
        }
        if Bool.random(using: &generator), let other = messages.randomElement(using: &generator) {
            let more = other.split(separator: " ").prefix(Int.random(in: 5...14, using: &generator)).map(String.init)
            copy = Bool.random(using: &generator) ? copy + more : more + copy
        }
        words = copy.joined(separator: " ")
    }

    private static func misspelt(_ word: String, using generator: inout Seeded) -> String {
        var letters = Array(word)
        let place = Int.random(in: 0..<letters.count - 1, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: letters.remove(at: place)
        case 1: letters.swapAt(place, place + 1)
        case 2: letters[place] = "etaoin".randomElement(using: &generator) ?? "e"
        default: letters.insert(letters[place], at: place)
        }
        return String(letters)
    }
}
