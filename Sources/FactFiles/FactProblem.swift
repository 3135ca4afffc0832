/// What is wrong in a data file, where, and what to write instead.
package struct FactProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name as the reader knows it, such as `policies/who-cares-trust-2016.yaml`.
    package let file: String
    /// 1 for the first line; nil where the file as a whole is meant.
    package let line: Int?
    /// Without its full stop, which the description sets.
    package let says: String
    /// What to write instead.
    package let remedy: String

    package init(file: String, line: Int?, says: String, remedy: String) {
        self.file = file
        self.line = line
        // What another error says of itself ends with a stop of its own.
        self.says = says.last == "." ? String(says.dropLast()) : says
        self.remedy = remedy
    }

    package var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(says). \(remedy)" }
}
