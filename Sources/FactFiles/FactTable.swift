import SwiftCSV

/// A CSV file whose rows know their line.
package struct FactTable {
    package let rows: [FactRow]

    /// - Parameter columns: those that must be there; others may be.
    /// - Throws: ``FactProblem`` when `text` is not CSV with these columns.
    package init(file: String, text: String, columns: [String]) throws(FactProblem) {
        if let line = Self.openQuote(in: text) {
            throw FactProblem(
                file: file, line: line, says: "a quotation mark is not closed",
                remedy: "Close it; a quotation mark within a cell is written twice.")
        }
        // Spreadsheets put a mark of byte order in front, which would become part of the first column's name.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        let csv: CSV<Enumerated>
        do {
            csv = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false)
        } catch {
            throw FactProblem(
                file: file, line: nil, says: "this is not a table with commas",
                remedy: "Save it as CSV, with the names of the columns in the first line.")
        }
        let names = csv.header
        for column in columns where !names.contains(column) {
            throw FactProblem(
                file: file, line: 1, says: "the column “\(column)” is missing",
                remedy: "The first line must name: \(columns.joined(separator: ", ")).")
        }
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw FactProblem(
                file: file, line: 1, says: "the column “\(twice)” stands twice", remedy: "Take one of them out.")
        }
        var line = 2
        var rows: [FactRow] = []
        for cells in csv.rows {
            let row = FactRow(
                file: file, line: line, cells: Dictionary(uniqueKeysWithValues: zip(names, cells)))
            if cells.count > names.count, cells[names.count...].contains(where: { !$0.isEmpty }) {
                throw row.problem(
                    "it has more cells than there are columns", "Put quotation marks around a cell that holds a comma.")
            }
            if !cells.allSatisfy(\.isEmpty) { rows.append(row) }
            // A quoted cell may hold line ends of its own.
            line += 1 + cells.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "\n") } }
        }
        self.rows = rows
    }

    /// The line of the last opening quotation mark, where they do not come in pairs.
    ///
    /// The reader would take all that follows for one cell, and the rows would be missing without a word.
    private static func openQuote(in text: String) -> Int? {
        var (line, quotes, lineOfLast) = (1, 0, 1)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "\"") {
                if quotes.isMultiple(of: 2) { lineOfLast = line }
                quotes += 1
            }
        }
        return quotes.isMultiple(of: 2) ? nil : lineOfLast
    }
}

/// One row of a CSV file.
package struct FactRow {
    package let file: String
    package let line: Int
    private let cells: [String: String]

    init(file: String, line: Int, cells: [String: String]) {
        self.file = file
        self.line = line
        self.cells = cells
    }

    /// The cell under `column`, without spaces around it; empty where there is none.
    package subscript(column: String) -> String {
        let cell = cells[column] ?? ""
        guard cell.first?.isWhitespace == true || cell.last?.isWhitespace == true else { return cell }
        return String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The cell's parts between upright bars.
    package func parts(_ column: String) -> [String] { self[column].split(separator: "|").map(String.init) }

    /// A complaint about this row.
    package func problem(_ says: String, _ remedy: String) -> FactProblem {
        FactProblem(file: file, line: line, says: says, remedy: remedy)
    }
}
