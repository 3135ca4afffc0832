import FactFiles
import Pages
import TestSupport

/// The files of the young people's site as they are shipped.
enum PublicFiles {
    private static let staffFolders = ["sign-in/", "desk/", "intelligence/", "planning/", "brief", "relay/", "admin/"]

    static func words() throws -> Words {
        let tree = try FactTree(file: "public.yaml", text: Project.text("Web/Words/en/public.yaml"))
        var entries: [String: String] = [:]
        for key in tree.keys { entries[key] = try tree[key].text }
        return Words(language: "en", entries: entries)
    }

    /// Sources of the templates by their name.
    static func templates() throws -> [String: String] {
        let texts = try Project.texts(under: "Web/Templates", endings: [".mustache"])
        let own = texts.filter { path, _ in
            !path.hasPrefix("staff") && !staffFolders.contains { path.hasPrefix($0) }
        }
        return Dictionary(uniqueKeysWithValues: own.map { (String($0.key.dropLast(".mustache".count)), $0.value) })
    }
}
