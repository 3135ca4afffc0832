import Foundation
import Sealing

/// Counts how often something was met, without keeping what it was.
///
/// A count-min sketch (Cormode and Muthukrishnan 2005) with conservative update (Estan and Varghese 2002), over a keyed hash
/// whose key exists in memory alone. A count may come out too high where two things share cells, never too low.
struct Sketch: Sendable {
    private static let rows = 4
    /// 512 KiB in all: after 100,000 different things in ten minutes a count is still right for nearly all of them.
    private static let columns = 32_768

    private let key: Data
    private var counts = [UInt32](repeating: 0, count: rows * columns)

    /// - Parameter key: 32 unpredictable bytes.
    init(key: Data) { self.key = key }

    /// How often `thing` was counted.
    func count(of thing: Data) -> Int { Int(cells(of: thing).map { counts[$0] }.min() ?? 0) }

    /// Counts `thing` once more.
    ///
    /// - Returns: how often it was counted, this time included.
    mutating func add(_ thing: Data) -> Int {
        let cells = cells(of: thing)
        let least = cells.map { counts[$0] }.min() ?? 0
        guard least < .max else { return Int(least) }
        // What is higher already was raised by something else and says enough.
        for cell in cells where counts[cell] == least { counts[cell] = least + 1 }
        return Int(least + 1)
    }

    private func cells(of thing: Data) -> [Int] {
        let hash = Array(KeyedMark.of(thing, key: key))
        return (0..<Self.rows).map { row in
            let value = hash[(row * 4)..<(row * 4 + 4)].reduce(0) { $0 << 8 | Int($1) }
            return row * Self.columns + value % Self.columns
        }
    }
}
