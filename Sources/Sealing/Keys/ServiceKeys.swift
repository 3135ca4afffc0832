internal import Crypto
package import Foundation

/// The service's own secrets, each derived from one master key that lives outside the database (HKDF, RFC 5869).
///
/// None of them opens an original; with the database and these, a thief still has 69 bits to guess for each receipt.
package struct ServiceKeys: Sendable {
    package static let byteCount = 32

    /// Makes receipts findable; see ``ReceiptDeriver``.
    package let receipts: Data
    /// Marks what was imported before; see ``KeyedMark``.
    package let imports: Data
    /// Signs form tokens; see ``FormTokens``.
    package let forms: Data
    /// Seeds the draw of the extra area, so that nobody chooses it (T15).
    package let draws: Data
    /// Closes second-factor secrets.
    package let accounts: Data
    /// Signs what shows that a form was made for a signed-in moderator; see ``DraftTickets``.
    package let drafts: Data
    /// Chains the log, so that who has only the database cannot write it anew.
    package let log: Data
    /// Closes what copies are found by; see ``SketchKey``.
    package let sketches: Data
    /// Chooses what is coded twice; see ``SecondReadingDraw``.
    package let secondReadings: Data

    /// - Parameter master: 32 unpredictable bytes.
    package init(master: Data) {
        func derived(_ purpose: String) -> Data {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: master), info: Data("earshot \(purpose) 1".utf8),
                outputByteCount: Self.byteCount
            ).withUnsafeBytes { Data($0) }
        }
        receipts = derived("receipts")
        imports = derived("imports")
        forms = derived("forms")
        draws = derived("draws")
        accounts = derived("accounts")
        log = derived("log")
        drafts = derived("drafts")
        sketches = derived("sketches")
        secondReadings = derived("second readings")
    }
}
