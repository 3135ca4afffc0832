/// Lists of numbers, end to end in one array.
struct Rows {
    let numbers: [Int32]
    /// Where each row starts; the last row ends where the numbers end.
    private let starts: [Int32]

    init(_ rows: some Sequence<[Int32]>) {
        var numbers: [Int32] = []
        var starts: [Int32] = [0]
        for row in rows {
            numbers += row
            starts.append(Int32(numbers.count))
        }
        self.numbers = numbers
        self.starts = starts
    }

    var count: Int { starts.count - 1 }

    /// Where in ``numbers`` a row is: a range costs nothing to pass on, where a slice of the array is counted.
    func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

    subscript(index: Int) -> Int { Int(numbers[index]) }
}
