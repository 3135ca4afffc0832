import FactFiles
import Foundation
import Pages

/// The files of the young people's site as they are shipped, found from this file's own place.
enum PublicFiles {
    private static let staffFolders = ["sign-in/", "desk/", "intelligence/", "planning/", "relay/", "admin/"]

    static var root: URL {
        var folder = URL(filePath: #filePath)
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The texts of a folder by their path in it.
    static func texts(under folder: String, ending: String) throws -> [String: String] {
        let start = root.appending(path: folder)
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: start.path) where path.hasSuffix(ending) {
            texts[path] = try String(contentsOf: start.appending(path: path), encoding: .utf8)
        }
        return texts
    }

    static func words() throws -> Words {
        let tree = try FactTree(file: "public.yaml", text: PublicFiles.text("Web/Words/en/public.yaml"))
        var entries: [String: String] = [:]
        for key in tree.keys { entries[key] = try tree[key].text }
        return Words(language: "en", entries: entries)
    }

    /// Sources of the templates by their name.
    static func templates() throws -> [String: String] {
        let texts = try PublicFiles.texts(under: "Web/Templates", ending: ".mustache")
        let own = texts.filter { path, _ in
            !path.hasPrefix("staff") && !staffFolders.contains { path.hasPrefix($0) }
        }
        return Dictionary(uniqueKeysWithValues: own.map { (String($0.key.dropLast(".mustache".count)), $0.value) })
    }
}
