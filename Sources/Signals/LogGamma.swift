import Foundation

/// The logarithm of the gamma function, for `x` above 0, to about fourteen digits.
///
/// Stirling's series (NIST DLMF 5.11.1), after the recurrence (5.5.1) has carried `x` to where six terms suffice. The
/// C library's `lgamma` is not used because it writes a global sign that threads would share.
func logGamma(_ x: Double) -> Double {
    var x = x
    var product = 1.0
    while x < 12 {
        product *= x
        x += 1
    }
    let inverse = 1 / x
    let square = inverse * inverse
    // B(2k) / (2k (2k - 1)), the coefficients of the series, written as the denominators that they divide.
    let divisors: [Double] = [12, -360, 1260, -1680, 1188, -360_360 / 691]
    let series = divisors.reversed().reduce(0) { $0 * square + 1 / $1 } * inverse
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
}
