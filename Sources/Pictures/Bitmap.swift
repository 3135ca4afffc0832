/// A square picture of dark and light modules.
package struct Bitmap: Hashable, Sendable {
    /// In modules.
    package let side: Int
    /// By row, from the upper left corner.
    private let darkness: [Bool]

    /// - Parameters:
    ///   - side: in modules; none for a side below one.
    ///   - isDark: whether the module in this row and column is dark.
    package init(side: Int, isDark: (_ row: Int, _ column: Int) -> Bool) {
        self.side = max(side, 0)
        darkness = (0..<self.side).flatMap { row in (0..<max(side, 0)).map { column in isDark(row, column) } }
    }

    /// Whether the module is dark; what lies outside is light.
    package func isDark(row: Int, column: Int) -> Bool {
        let range = 0..<side
        return range.contains(row) && range.contains(column) && darkness[row * side + column]
    }
}
