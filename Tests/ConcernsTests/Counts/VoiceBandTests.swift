import Concerns
import Testing

struct VoiceBandTests {
    @Test(
        arguments: [
            (-1, nil), (0, nil), (9, nil), (10, .tenOrMore), (19, .tenOrMore), (20, .twentyOrMore), (49, .twentyOrMore),
            (50, .fiftyOrMore), (99, .fiftyOrMore), (100, .hundredOrMore), (5_000, .hundredOrMore),
        ] as [(Int, VoiceBand?)])
    func `under ten voices there is nothing to read, from ten on a band`(voices: Int, band: VoiceBand?) {
        #expect(VoiceBand(voices: voices) == band)
    }

    @Test func `more voices never give a lower band`() {
        for voices in 10..<500 {
            #expect((VoiceBand(voices: voices) ?? .tenOrMore) <= (VoiceBand(voices: voices + 1) ?? .tenOrMore))
        }
        #expect(VoiceBand.allCases.map(\.rawValue) == VoiceBand.allCases.map { "\($0.least)" })
    }
}
