import FactFiles
import Foundation
import Pages

/// What the pages are made of, read from a copy of `Web/`.
struct WebFiles {
    let publicTemplates: Templates
    let staffTemplates: Templates
    /// The words of each language that the young people's pages come in, English first.
    let languages: [Words]
    /// All words in English, those of the staff pages too.
    let english: Words
    let publicStyle: StyleSheet
    let staffStyle: StyleSheet
    let staffScripts: [StaffScript]

    /// - Throws: ``CommandFailure``, `FactProblem` or `TemplateProblem` naming the file.
    init(_ folder: URL, isDemonstration: Bool) throws {
        let files = try TextFiles.read(folder, endings: [".mustache", ".yaml", ".css", ".js"])
        func style(_ names: [String], in folder: String = "") -> StyleSheet {
            StyleSheet(css: names.map { files["Style/\($0).css"] ?? "" }.joined(separator: "\n"), in: folder)
        }
        publicStyle = style(["1-base", "3-print"])
        staffStyle = style(["1-base", "2-staff", "3-print"], in: "/sign-in")
        staffScripts = files.keys.filter { $0.hasPrefix("Scripts/") }.sorted().map { path in
            StaffScript(
                name: String(path.dropFirst("Scripts/".count).dropLast(".js".count)), text: files[path] ?? "",
                in: "/sign-in")
        }
        let words = try WordFiles(files)
        languages = words.languages
        english = words.english
        let templates = files.filter { $0.key.hasPrefix("Templates/") }
        let sources = Dictionary(
            uniqueKeysWithValues: templates.map {
                (String($0.key.dropFirst("Templates/".count).dropLast(".mustache".count)), $0.value)
            })
        publicTemplates = try Templates(
            sources: sources, stylesheet: publicStyle.address, isDemonstration: isDemonstration)
        staffTemplates = try Templates(
            sources: sources, stylesheet: staffStyle.address,
            scripts: Dictionary(uniqueKeysWithValues: staffScripts.map { ($0.name, $0.address) }),
            isDemonstration: isDemonstration)
    }
}
