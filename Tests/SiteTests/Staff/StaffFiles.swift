import FactFiles
import Pages
import TestSupport

/// The files of the staff site as they are shipped.
enum StaffFiles {
    static let folders = ["sign-in/", "relay/", "desk/", "intelligence/", "planning/", "quality/"]

    static func moderation() throws -> [String: String] { try Project.texts(under: "Moderation", endings: [".yaml"]) }

    static func weights() throws -> [String: String] { try Project.texts(under: "Moderation", endings: [".txt"]) }

    static func facts() throws -> [String: String] {
        try Project.texts(under: "Facts", endings: [".yaml", ".csv"])
    }

    static func words() throws -> Words {
        let text = try Project.text("Web/Words/en/staff.yaml")
        let tree = try FactTree(file: "staff.yaml", text: text)
        var entries: [String: String] = [:]
        for key in tree.keys { entries[key] = try tree[key].text }
        return Words(language: .english, entries: entries)
    }

    static func scripts() throws -> [StaffScript] {
        try Project.texts(under: "Web/Scripts", endings: [".js"]).sorted { $0.key < $1.key }.map { path, text in
            StaffScript(name: String(path.dropLast(".js".count)), text: text, in: "/sign-in")
        }
    }

    /// Sources of the templates by their name.
    static func templates() throws -> [String: String] {
        let own = try Project.texts(under: "Web/Templates", endings: [".mustache"]).filter { path, _ in
            path.hasPrefix("staff") || path == "brief.mustache" || folders.contains { path.hasPrefix($0) }
        }
        return Dictionary(uniqueKeysWithValues: own.map { (String($0.key.dropLast(".mustache".count)), $0.value) })
    }
}
