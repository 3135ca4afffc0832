import FactFiles
import Foundation
import Pages

/// The files of the staff site as they are shipped, found from this file's own place.
enum StaffFiles {
    static let folders = ["sign-in/", "desk/", "intelligence/", "planning/"]

    static func moderation() throws -> [String: String] { try texts(under: "Moderation", ending: ".yaml") }

    static func facts() throws -> [String: String] {
        try texts(under: "Facts", ending: ".yaml").merging(texts(under: "Facts", ending: ".csv")) { one, _ in one }
    }

    static func words() throws -> Words {
        let text = try texts(under: "Web/Words/en", ending: "staff.yaml")["staff.yaml"] ?? ""
        let tree = try FactTree(file: "staff.yaml", text: text)
        var entries: [String: String] = [:]
        for key in tree.keys { entries[key] = try tree[key].text }
        return Words(language: "en", entries: entries)
    }

    /// Sources of the templates by their name.
    static func templates() throws -> [String: String] {
        let own = try texts(under: "Web/Templates", ending: ".mustache").filter { path, _ in
            path.hasPrefix("staff") || folders.contains { path.hasPrefix($0) }
        }
        return Dictionary(uniqueKeysWithValues: own.map { (String($0.key.dropLast(".mustache".count)), $0.value) })
    }

    /// The texts of a folder by their path in it.
    private static func texts(under folder: String, ending: String) throws -> [String: String] {
        var root = URL(filePath: #filePath)
        while root.path != "/", !FileManager.default.fileExists(atPath: root.appending(path: "Package.swift").path) {
            root.deleteLastPathComponent()
        }
        let start = root.appending(path: folder)
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: start.path) where path.hasSuffix(ending) {
            texts[path] = try String(contentsOf: start.appending(path: path), encoding: .utf8)
        }
        return texts
    }
}
