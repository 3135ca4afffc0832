import FactFiles
import Foundation
import Pages

/// What the pages are made of, read from a copy of `Web/`.
struct WebFiles {
    let templates: Templates
    let english: Words
    let stylesheet: StyleSheet

    /// - Throws: ``CommandFailure``, `FactProblem` or `TemplateProblem` naming the file.
    init(_ folder: URL, isDemonstration: Bool) throws {
        let files = try TextFiles.read(folder, endings: [".mustache", ".yaml", ".css"])
        func under(_ start: String, _ ending: String) -> [(name: String, text: String)] {
            files.filter { $0.key.hasPrefix(start) && $0.key.hasSuffix(ending) }
                .map { (String($0.key.dropFirst(start.count).dropLast(ending.count)), $0.value) }
                .sorted { $0.name < $1.name }
        }
        stylesheet = StyleSheet(css: under("Style/", ".css").map(\.text).joined(separator: "\n"))
        var entries: [String: String] = [:]
        for (name, text) in under("Words/en/", ".yaml") {
            let tree = try FactTree(file: "Words/en/\(name).yaml", text: text)
            for key in tree.keys {
                let entry = try tree[key]
                guard entries.updateValue(try entry.text, forKey: key) == nil else {
                    throw entry.problem("“\(key)” stands in another word file too", "Give it another name.")
                }
            }
        }
        english = Words(language: "en", entries: entries)
        templates = try Templates(
            sources: Dictionary(uniqueKeysWithValues: under("Templates/", ".mustache").map { ($0.name, $0.text) }),
            stylesheet: stylesheet.address, isDemonstration: isDemonstration)
    }
}
