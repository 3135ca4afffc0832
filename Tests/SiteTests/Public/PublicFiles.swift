import Pages
import TestSupport

@testable import earshot

/// The files of the young people's site as they are shipped.
enum PublicFiles {
    private static let staffFolders = [
        "sign-in/", "desk/", "intelligence/", "planning/", "brief", "relay/", "admin/", "quality/",
    ]

    private static let english = Result {
        let files = try Project.texts(under: "Web", endings: [".yaml"])
        return try WordFile.merged(WordFile.all(of: "en", in: files).filter { $0.name != "staff" })
    }

    /// All languages, English first, read and checked once for all tests.
    private static let all = Result { try WordFiles(Project.texts(under: "Web", endings: [".yaml"])).languages }

    static func words() throws -> Words {
        let english = try english.get()
        return Words(language: .english, entries: english.entries, counted: english.counted)
    }

    static func languages() throws -> [Words] { try all.get() }

    private static let sources = Result {
        let texts = try Project.texts(under: "Web/Templates", endings: [".mustache"])
        let own = texts.filter { path, _ in
            !path.hasPrefix("staff") && !staffFolders.contains { path.hasPrefix($0) }
        }
        return Dictionary(uniqueKeysWithValues: own.map { (String($0.key.dropLast(".mustache".count)), $0.value) })
    }

    /// Sources of the templates by their name.
    static func templates() throws -> [String: String] { try sources.get() }
}
