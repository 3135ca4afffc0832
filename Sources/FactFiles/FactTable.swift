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
            csv = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false, rowLimit: 1)
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
        self.rows = try Self.rows(of: csv, file: file)
    }

    /// The rows as they are written: the reader's own have been filled up to one length, which hides a wrong comma.
    private static func rows(of csv: CSV<Enumerated>, file: String) throws(FactProblem) -> [FactRow] {
        var written: [[String]] = []
        do { try csv.enumerateAsArray(startAt: 1, rowLimit: nil) { written.append($0) } } catch {
            throw FactProblem(
                file: file, line: nil, says: "its rows cannot be told apart",
                remedy: "Save it as CSV, with one row a line.")
        }
        let names = csv.header
        var line = 2
        var rows: [FactRow] = []
        for cells in written {
            let row = FactRow(
                file: file, line: line, cells: Dictionary(uniqueKeysWithValues: zip(names, cells)))
            if !cells.allSatisfy(\.isEmpty) {
                try row.check(cells: cells.count, columns: names.count)
                rows.append(row)
            }
            // A quoted cell may hold line ends of its own.
            line += 1 + cells.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "\n") } }
        }
        return rows
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

    /// A comma too many or too few moves every cell after it, so that the wrong column would be blamed.
    fileprivate func check(cells: Int, columns: Int) throws(FactProblem) {
        if cells > columns {
            throw problem(
                "the row has too many cells, \(cells) for \(columns) columns",
                "Put quotation marks around a cell that holds a comma, or take out the comma too many.")
        }
        if cells < columns {
            throw problem(
                "the row has too few cells, \(cells) for \(columns) columns",
                "Put back the comma that is missing; an empty cell keeps its comma.")
        }
    }

    /// A complaint about this row.
    package func problem(_ says: String, _ remedy: String) -> FactProblem {
        FactProblem(file: file, line: line, says: says, remedy: remedy)
    }
}
