import FactFiles

/// A text of weights: on each line a kind, a text and whole numbers, parted by tabs and spaces; `#` begins a remark.
///
/// The numbers are hundredths, which is finer than labelled messages can tell and keeps the file short. It is read byte
/// by byte: it has tens of thousands of lines, and a service must start at once.
struct WeightFile {
    struct Line {
        let file: String
        let number: Int
        let kind: String
        let text: String
        fileprivate let numbers: ArraySlice<Int32>

        /// - Throws: ``FactProblem`` naming the line when there are not just so many numbers.
        func row<Row: SIMD>(count: Int, as type: Row.Type) throws(FactProblem) -> Row where Row.Scalar == Float {
            var row = Row()
            for (index, value) in try numbers(count).enumerated() { row[index] = Float(value) / 100 }
            return row
        }

        /// - Throws: ``FactProblem`` naming the line when there are not just so many numbers, or one is out of all bounds.
        func hundredths<Row: SIMD>(count: Int, as type: Row.Type) throws(FactProblem) -> Row where Row.Scalar == Int16 {
            var row = Row()
            for (index, value) in try numbers(count).enumerated() {
                guard abs(value) <= Self.most else { throw problem("\(value) hundredths are more than any weight") }
                row[index] = Int16(value)
            }
            return row
        }

        private func numbers(_ count: Int) throws(FactProblem) -> ArraySlice<Int32> {
            guard numbers.count == count else {
                throw problem("there are \(numbers.count) numbers and not \(count)")
            }
            return numbers
        }

        /// Of so many hundredths the weights of all contexts of a word can still be added up in sixteen bits.
        private static let most: Int32 = 760

        func problem(_ says: String) -> FactProblem { WeightFile.problem(file, number, says) }
    }

    private let file: String
    private let bytes: [UInt8]

    /// - Throws: ``FactProblem`` when the text is missing.
    init(_ file: String, text: String?) throws(FactProblem) {
        guard let text else { throw Self.problem(file, nil, "the file is missing") }
        self.file = file
        bytes = Array(text.utf8)
    }

    /// - Throws: ``FactProblem`` for the first line that has not three parts or a number that is none, and what `use` throws.
    func eachLine(_ use: (Line) throws(FactProblem) -> Void) throws(FactProblem) {
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: Self.newline) ?? bytes.count
            number += 1
            if start < end, bytes[start] != Self.remark { try use(try line(start..<end, number)) }
            start = end + 1
        }
    }

    private func line(_ range: Range<Int>, _ number: Int) throws(FactProblem) -> Line {
        guard let first = bytes[range].firstIndex(of: Self.tab),
            let second = bytes[(first + 1)..<range.upperBound].firstIndex(of: Self.tab),
            !bytes[(second + 1)..<range.upperBound].contains(Self.tab)
        else { throw Self.problem(file, number, "a line has a kind, a text and numbers, parted by tabs") }
        return Line(
            file: file, number: number, kind: String(decoding: bytes[range.lowerBound..<first], as: UTF8.self),
            text: String(decoding: bytes[(first + 1)..<second], as: UTF8.self),
            numbers: try numbers((second + 1)..<range.upperBound, number)[...])
    }

    private func numbers(_ range: Range<Int>, _ number: Int) throws(FactProblem) -> [Int32] {
        var numbers: [Int32] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let isNegative = bytes[index] == Self.minus
            if isNegative { index += 1 }
            var value: Int32 = 0
            var digits = 0
            while index < range.upperBound, (0x30...0x39).contains(bytes[index]), digits < 7 {
                value = value * 10 + Int32(bytes[index] - 0x30)
                digits += 1
                index += 1
            }
            guard digits > 0, index == range.upperBound || bytes[index] == Self.space else {
                throw Self.problem(file, number, "behind the second tab stand whole numbers, parted by single spaces")
            }
            numbers.append(isNegative ? -value : value)
            index += 1
        }
        return numbers
    }

    private static func problem(_ file: String, _ line: Int?, _ says: String) -> FactProblem {
        FactProblem(
            file: file, line: line, says: says,
            remedy: "Put it back from the copy that came with Earshot, or make it anew with script/train.")
    }

    private static let newline = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")
    private static let space = UInt8(ascii: " ")
    private static let minus = UInt8(ascii: "-")
    private static let remark = UInt8(ascii: "#")
}
