import Yams

/// One entry of a YAML file that knows where it stands, so that every complaint names file and line.
package struct FactTree {
    /// The file's name as the reader knows it.
    package let file: String
    /// The way here from the top, such as `areas.2.id`.
    package let path: String
    private let node: Node
    /// The entries of a mapping by their names, where there are so many that asking one after the other would take long.
    private let entries: [String: Node]?

    /// - Throws: ``FactProblem`` when `text` is not YAML, with the line where reading stopped.
    package init(file: String, text: String) throws(FactProblem) {
        do {
            guard let root = try Yams.compose(yaml: text) else {
                throw FactProblem(file: file, line: nil, says: "the file is empty", remedy: "Put back its content.")
            }
            self.init(file: file, path: "", node: root)
        } catch let problem as FactProblem {
            throw problem
        } catch let error as YamlError {
            throw FactProblem(
                file: file, line: Self.line(of: error), says: "this is not YAML",
                remedy: "Check indentation, quotes and colons on and above this line.")
        } catch {
            throw FactProblem(file: file, line: nil, says: "it cannot be read", remedy: "Save it as UTF-8 YAML.")
        }
    }

    private init(file: String, path: String, node: Node) {
        self.file = file
        self.path = path
        self.node = node
        entries = node.mapping.flatMap { mapping in
            guard mapping.count > 8 else { return nil }
            return Dictionary(
                mapping.compactMap { key, value in key.scalar.map { ($0.string, value) } },
                uniquingKeysWith: { first, _ in first })
        }
    }

    package var line: Int? { node.mark?.line }

    /// The names of a mapping's entries, in the file's order.
    package var keys: [String] { node.mapping?.keys.compactMap(\.string) ?? [] }

    /// The entry called `key`, or nil when there is none or it is `null`.
    package func optional(_ key: String) -> FactTree? {
        guard let child = entries.map({ $0[key] }) ?? node.mapping?[key], child.null == nil else { return nil }
        return FactTree(file: file, path: path.isEmpty ? key : "\(path).\(key)", node: child)
    }

    /// - Throws: ``FactProblem`` when there is no such entry.
    package subscript(key: String) -> FactTree {
        get throws(FactProblem) {
            guard let child = optional(key) else {
                throw problem("“\(key)” is missing\(path.isEmpty ? "" : " in \(path)")", "Add a line “\(key): …”.")
            }
            return child
        }
    }

    /// The entries of a list.
    package var list: [FactTree] {
        get throws(FactProblem) {
            guard let sequence = node.sequence else {
                throw problem("“\(path)” must be a list", "Write one entry a line, each after a hyphen, or [].")
            }
            return sequence.enumerated().map { FactTree(file: file, path: "\(path).\($0)", node: $1) }
        }
    }

    package var text: String {
        get throws(FactProblem) {
            guard let text = node.scalar?.string, !text.isEmpty else {
                throw problem("“\(path)” must be text", "Write the text after the colon.")
            }
            return text
        }
    }

    package var int: Int {
        get throws(FactProblem) {
            guard let value = node.int else {
                throw problem("“\(path)” must be a whole number", "Write digits only.")
            }
            return value
        }
    }

    package var number: Double {
        get throws(FactProblem) {
            guard let value = node.float ?? node.int.map(Double.init) else {
                throw problem("“\(path)” must be a number", "Write it as 0.5 or 12.")
            }
            return value
        }
    }

    package var flag: Bool {
        get throws(FactProblem) {
            guard let value = node.bool else {
                throw problem("“\(path)” must be true or false", "Write true or false.")
            }
            return value
        }
    }

    /// The texts of a list.
    package var texts: [String] {
        get throws(FactProblem) { try list.map { entry throws(FactProblem) in try entry.text } }
    }

    /// One of an enumeration's own words.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        of type: Choice.Type
    ) throws(FactProblem) -> Choice where Choice.RawValue == String {
        let word = try text
        guard let choice = Choice(rawValue: word) else {
            let known = type.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem("“\(word)” is not known for \(path)", "Write one of: \(known).")
        }
        return choice
    }

    /// Refuses entries that nobody reads, which are mostly spelling mistakes.
    package func allow(only known: [String]) throws(FactProblem) {
        for key in keys where !known.contains(key) {
            throw FactProblem(
                file: file, line: optional(key)?.line ?? line, says: "“\(key)” is not known here",
                remedy: "Known are: \(known.joined(separator: ", ")).")
        }
    }

    /// A complaint about this entry.
    package func problem(_ says: String, _ remedy: String) -> FactProblem {
        FactProblem(file: file, line: line, says: says, remedy: remedy)
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }
}
