import Crypto
import CryptoExtras
import Foundation
import GRDB
import Hummingbird
import Logging

/// The least that a server with these libraries can do for a submission.
///
/// The same cryptography and the same durable insert, without pages, triage, validation or queue. What Earshot reaches is
/// measured against it in the same run.
@main
struct BareLoop {
    static func main() async throws {
        let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
        let port = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 8099 : 8099
        let pool = try DatabasePool(path: folder.appending(path: "bare.sqlite").path)
        try await pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        try await pool.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS concern (id TEXT PRIMARY KEY, words BLOB NOT NULL, key BLOB NOT NULL,
                        lookup BLOB NOT NULL UNIQUE, replyKey BLOB NOT NULL) STRICT, WITHOUT ROWID
                    """)
        }
        let team = try XWingMLKEM768X25519.PrivateKey.generate().publicKey
        let commits = Commits(pool: pool)

        let router = Router()
        router.post("/tell") { request, _ in
            let body = try await request.body.collect(upTo: 262_144)
            let concern = try Submission(of: String(buffer: body), to: team)
            try await commits.add(concern)
            return "ok"
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port), backlog: 512),
            onServerRunning: { _ in FileHandle.standardError.write(Data("listening\n".utf8)) }, logger: logger)
        try await application.runService()
    }
}

/// One submission with all of Earshot's cryptography done on it.
struct Submission: Sendable {
    let id: String
    let words, key, lookup, replyKey: Data

    init(of body: String, to team: XWingMLKEM768X25519.PublicKey) throws {
        id = UUID().uuidString
        let secret = (0..<9).map { _ in UInt8.random(in: .min ... .max) }
        let slow = try KDF.Scrypt.deriveKey(
            from: secret, salt: Data(count: 32), outputByteCount: 64, rounds: 1024, blockSize: 8, parallelism: 1
        ).withUnsafeBytes { Data($0) }
        lookup = Data(
            HMAC<SHA256>.authenticationCode(for: slow.prefix(32), using: SymmetricKey(data: Data(count: 32))))
        replyKey = try XWingMLKEM768X25519.PrivateKey(seedRepresentation: slow.suffix(32), publicKey: nil)
            .publicKey.rawRepresentation
        let own = SymmetricKey(size: .bits256)
        var padded = Data(body.utf8.prefix(1_020))
        padded.append(Data(count: 1_024 - padded.count))
        let box = try AES.GCM.seal(padded, using: own)
        words = box.nonce.withUnsafeBytes { Data($0) } + box.ciphertext + box.tag
        var sender = try HPKE.Sender(
            recipientKey: team, ciphersuite: .XWingMLKEM768X25519_SHA256_AES_GCM_256, info: Data())
        key = try sender.encapsulatedKey + sender.seal(own.withUnsafeBytes { Data($0) })
    }
}

/// Commits what arrives together in one transaction, so that the comparison is with the faster of two bare loops.
actor Commits {
    private let pool: DatabasePool
    private var waiting: [(Submission, CheckedContinuation<Void, any Error>)] = []
    private var isWriting = false

    init(pool: DatabasePool) { self.pool = pool }

    func add(_ concern: Submission) async throws {
        try await withCheckedThrowingContinuation { continuation in
            waiting.append((concern, continuation))
            guard !isWriting else { return }
            isWriting = true
            Task { await writeAll() }
        }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let batch = waiting
            waiting = []
            do {
                try await pool.write { db in
                    for (concern, _) in batch {
                        try db.execute(
                            sql: "INSERT INTO concern VALUES (?, ?, ?, ?, ?)",
                            arguments: [concern.id, concern.words, concern.key, concern.lookup, concern.replyKey])
                    }
                }
                for (_, continuation) in batch { continuation.resume() }
            } catch {
                for (_, continuation) in batch { continuation.resume(throwing: error) }
            }
        }
        isWriting = false
    }
}
