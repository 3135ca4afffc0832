import Pictures
import Testing

struct PNGTests {
    private static let dot = Bitmap(side: 1) { _, _ in true }

    @Test func `the file is its signature and three chunks, each with its length and a right checksum`() throws {
        let chunks = try Self.chunks(of: PNG(QRCode("https://earshot.example/").modules, scale: 8))
        #expect(chunks.map(\.name) == ["IHDR", "IDAT", "IEND"])
        for chunk in chunks { #expect(chunk.checksum == Self.crc32(Array(chunk.name.utf8) + chunk.content)) }
    }

    @Test func `the header tells a square of one bit in grey, with the quiet zone around the code`() throws {
        let modules = try QRCode("https://earshot.example/").modules
        let header = try #require(try Self.chunks(of: PNG(modules, scale: 8)).first?.content)
        let side = (modules.side + 2 * 4) * 8
        #expect(Self.number(header[0..<4]) == side)
        #expect(Self.number(header[4..<8]) == side)
        #expect(header[8...] == [1, 0, 0, 0, 0])
    }

    @Test func `a dark dot lies in the middle of its quiet zone, each module as wide as the scale says`() throws {
        let rows: [[UInt8]] = [
            [0, 0b1111_1100], [2, 0], [0, 0b1100_1100], [2, 0], [0, 0b1111_1100], [2, 0],
        ]
        let packed = try #require(try Self.chunks(of: PNG(Self.dot, scale: 2, quietZone: 1)).dropFirst().first?.content)
        #expect(Self.number(packed.suffix(4)) == Self.adler32(rows.flatMap { $0 }))
    }

    @Test func `the same picture gives the same bytes, another picture others`() throws {
        let modules = try QRCode("https://earshot.example/").modules
        #expect(try PNG(modules, scale: 8) == PNG(modules, scale: 8))
        #expect(try PNG(modules, scale: 8) != PNG(modules, scale: 7))
        #expect(try PNG(modules, scale: 8) != PNG(QRCode("https://earshot.example/a").modules, scale: 8))
    }

    @Test func `the code of a council's page is light enough for a slow line`() throws {
        #expect(try PNG(QRCode("https://earshot.example/councils/E08000025").modules, scale: 8).bytes.count < 600)
    }

    @Test(arguments: [(0, 4), (-1, 4), (5000, 0), (Int.max, 4), (1, -1), (1, 2048), (1, Int.max), (456, 4)])
    func `a picture without pixels, or with too many, is refused in words`(scale: Int, quietZone: Int) {
        #expect(throws: NoPNG.hasNoSuchSize) { try PNG(Self.dot, scale: scale, quietZone: quietZone) }
        #expect(NoPNG.hasNoSuchSize.description.contains("4096 pixels"))
    }

    @Test func `a picture without modules is refused, and outside of one all is light`() {
        let none = Bitmap(side: -3) { _, _ in true }
        #expect(none.side == 0)
        #expect(throws: NoPNG.hasNoSuchSize) { try PNG(none, scale: 8, quietZone: 0) }
        #expect(!Self.dot.isDark(row: -1, column: 0))
        #expect(!Self.dot.isDark(row: 0, column: 1))
    }

    private struct Chunk {
        let name: String
        let content: [UInt8]
        let checksum: Int
    }

    private static func chunks(of png: PNG) throws -> [Chunk] {
        #expect(Array(png.bytes.prefix(8)) == [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A])
        var rest = png.bytes.dropFirst(8)
        var chunks: [Chunk] = []
        while !rest.isEmpty {
            let length = number(rest.prefix(4))
            rest = rest.dropFirst(4)
            try #require(rest.count >= length + 8)
            let content = rest.dropFirst(4).prefix(length)
            chunks.append(
                Chunk(
                    name: String(decoding: rest.prefix(4), as: UTF8.self), content: Array(content),
                    checksum: number(rest.dropFirst(4 + length).prefix(4))))
            rest = rest.dropFirst(length + 8)
        }
        return chunks
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Bit by bit, as the PNG specification defines it (annex D), and so independent of the library that wrote it.
    private static func crc32(_ bytes: [UInt8]) -> Int {
        let sum = bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { bits, _ in bits & 1 == 0 ? bits >> 1 : bits >> 1 ^ 0xEDB8_8320 }
        }
        return Int(~sum)
    }

    /// The checksum of what was compressed, which stands at the end of it (RFC 1950).
    private static func adler32(_ bytes: [UInt8]) -> Int {
        let sums = bytes.reduce((1, 0)) { sums, byte in
            let first = (sums.0 + Int(byte)) % 65521
            return (first, (sums.1 + first) % 65521)
        }
        return sums.1 << 16 | sums.0
    }
}
