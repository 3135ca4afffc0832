import Concerns
import Foundation
import Sealing
import Unsealing

/// The moderators' key pair in the data folder: the public half open, the private half only wrapped.
struct TeamKeys {
    let publicKey: TeamPublicKey
    /// There on the run that made the key pair, and never again without the recovery words.
    let made: Made?

    struct Made {
        let privateKey: TeamPrivateKey
        /// Fourteen words, to be written down once.
        let recoveryWords: String
    }

    /// The key pair of `folder`, made where there is none and nothing was ever closed with one.
    ///
    /// - Parameter isFree: whether the store holds nothing that only a former key pair could open.
    /// - Throws: ``CommandFailure`` when half of it is missing or damaged, or it cannot be written.
    init(in folder: DataFolder, words: ReceiptWords, isFree: () throws -> Bool) throws {
        self = try folder.whileLocked {
            let known = FileManager.default.contents(atPath: folder.teamPublicKey.path)
            let isWrapped = FileManager.default.fileExists(atPath: folder.teamWrappedKey.path)
            if let known, isWrapped { return try TeamKeys(known: known) }
            guard known == nil, !isWrapped, try isFree() else {
                throw CommandFailure.unusable(
                    "The moderators’ key is not whole: keys/team.public and keys/team.wrapped belong together. Put both "
                        + "back from a backup; a new key could not open what is waiting.")
            }
            return try TeamKeys(makingIn: folder, words: words)
        }
    }

    private init(known: Data) throws {
        do { publicKey = try TeamPublicKey(rawRepresentation: known) } catch {
            throw CommandFailure.unusable(error.description)
        }
        made = nil
    }

    private init(makingIn folder: DataFolder, words: ReceiptWords) throws {
        let privateKey = try TeamPrivateKey.generate()
        let recovery = (0..<2).map { _ in
            Receipt(random: (0..<9).map { _ in UInt8.random(in: .min ... .max) })
        }
        try folder.keep(WrappingKey(recovery: recovery).wrap(privateKey), at: folder.teamWrappedKey)
        publicKey = try privateKey.publicKey
        try folder.keep(publicKey.rawRepresentation, at: folder.teamPublicKey)
        made = Made(
            privateKey: privateKey, recoveryWords: recovery.map(words.text(of:)).joined(separator: " "))
    }

    /// Opens the private half with the recovery words.
    ///
    /// - Throws: ``CommandFailure`` when these are not the words.
    static func open(in folder: DataFolder, recoveryWords: String, words: ReceiptWords) throws -> TeamPrivateKey {
        let typed = recoveryWords.split(whereSeparator: \.isWhitespace)
        let halves = [typed.prefix(7), typed.dropFirst(7)].map { $0.joined(separator: " ") }
        let recovery = halves.compactMap(words.receipt(typed:))
        guard recovery.count == 2, let wrapped = FileManager.default.contents(atPath: folder.teamWrappedKey.path) else {
            throw CommandFailure.unusable("These are not the fourteen recovery words. Check them against the sheet.")
        }
        do { return try WrappingKey(recovery: recovery).unwrap(wrapped) } catch {
            throw CommandFailure.unusable(error.description)
        }
    }
}
