import Pictures
import Testing

struct QRCodeTests {
    /// The code of “earshot”, as a reader other than ours has read it back (ZXing).
    private static let known = """
        #######.#.....#######
        #.....#.###...#.....#
        #.###.#.#.#.#.#.###.#
        #.###.#...##..#.###.#
        #.###.#.#####.#.###.#
        #.....#.......#.....#
        #######.#.#.#.#######
        ..........#..........
        #..######..#.#..#.###
        ..#..#.##.####..#.#..
        #..#..##.#.##..#..###
        ###.##..#.#.###.#.##.
        .######.#.#####.#...#
        ........#.#.#####.##.
        #######.##.#....#....
        #.....#.#.#...##.###.
        #.###.#.#.#..##.#..##
        #.###.#.#...###..##..
        #.###.#..#.###..#..##
        #.....#....##....####
        #######.###.##.#.....
        """

    @Test func `the code of a word is the one that a reader has read back`() throws {
        let modules = try QRCode("earshot").modules
        let rows = (0..<modules.side).map { row in
            (0..<modules.side).map { modules.isDark(row: row, column: $0) ? "#" : "." }.joined()
        }
        #expect(rows.joined(separator: "\n") == Self.known)
    }

    @Test(arguments: [(14, 21), (15, 25), (26, 25), (27, 29), (2331, 177)])
    func `the code is as small as the text allows at error correction M`(bytes: Int, side: Int) throws {
        #expect(try QRCode(String(repeating: "a", count: bytes)).modules.side == side)
    }

    @Test func `three corners hold the squares by which a camera finds the code, the fourth does not`() throws {
        let modules = try QRCode("https://earshot.example/councils/E08000025").modules
        let far = modules.side - 7
        #expect(Self.isFinder(modules, row: 0, column: 0))
        #expect(Self.isFinder(modules, row: 0, column: far))
        #expect(Self.isFinder(modules, row: far, column: 0))
        #expect(!Self.isFinder(modules, row: far, column: far))
    }

    @Test func `the code says that its error correction is M`() throws {
        let modules = try QRCode("https://earshot.example/").modules
        // Format bits 14 and 13 stand at the left of row 8; M is 00, and the mask of the format is 10.
        #expect(modules.isDark(row: 8, column: 0))
        #expect(!modules.isDark(row: 8, column: 1))
    }

    @Test func `the same text gives the same code, another text another`() throws {
        #expect(try QRCode("https://earshot.example/") == QRCode("https://earshot.example/"))
        #expect(try QRCode("https://earshot.example/") != QRCode("https://earshot.example/a"))
    }

    @Test func `nothing and too much are refused in words`() {
        #expect(throws: NoQRCode.isEmpty) { try QRCode("") }
        #expect(throws: NoQRCode.isTooLong(bytes: 2332)) { try QRCode(String(repeating: "é", count: 1166)) }
        #expect(NoQRCode.isTooLong(bytes: 2332).description.contains("2332 bytes"))
    }

    @Test func `a text of any script becomes a code`() throws {
        for text in ["گوش", "እዝኒ", "nghe 👂", "nothing\0after"] { #expect(try QRCode(text).modules.side >= 21) }
    }

    /// Whether the seven modules each way are dark, with a light ring in them.
    private static func isFinder(_ modules: Bitmap, row: Int, column: Int) -> Bool {
        (0..<7).allSatisfy { down in
            (0..<7).allSatisfy { along in
                let ring = max(abs(down - 3), abs(along - 3))
                return modules.isDark(row: row + down, column: column + along) == (ring != 2)
            }
        }
    }
}
