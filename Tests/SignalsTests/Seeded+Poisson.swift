import Foundation
import TestSupport

extension Seeded {
    /// A number of arrivals when `mean` are expected, by waiting times.
    mutating func poisson(_ mean: Double) -> Int {
        var count = 0
        var time = -log(Double.random(in: 0x1p-53...1, using: &self))
        while time < mean {
            count += 1
            time -= log(Double.random(in: 0x1p-53...1, using: &self))
        }
        return count
    }
}
