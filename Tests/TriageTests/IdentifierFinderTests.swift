import Concerns
import TestSupport
import Testing
import Triage

@Suite struct IdentifierFinderTests {
    @Test(arguments: [
        ("ring me on 07700 900123", "07700 900123"), ("its o7700 9o0 461 ok", "o7700 9o0 461"),
        ("call +44 (0)7700 900 222", "44 (0)7700 900 222"), ("رقمي ٠٧٧٠٠٩٠٠١٢٣", "٠٧٧٠٠٩٠٠١٢٣"),
        ("mail me at jo.b@post.example please", "jo.b@post.example"),
        ("its kit at mail dot example", "kit at mail dot example"),
        ("my snap is moonkid_88", "moonkid_88"), ("add me @star.kid9", "@star.kid9"),
        ("we live at 12 Station Road", "12 Station Road"), ("flat 3b, heron court", "flat 3b, heron court"),
        ("postcode is m97 1zz", "m97 1zz"), ("at LE 97 3QP now", "LE 97 3QP"), ("his car is KX28 NDO", "KX28 NDO"),
        ("case number 448120", "448120"), ("ref ZQ/7718/J", "ZQ/7718/J"), ("my ni is QQ 12 34 56 C", "QQ 12 34 56 C"),
        ("i was born on 4 May 2009", "4 May 2009"), ("my birthday is 21/06/2009", "21/06/2009"),
        ("i go to thornley park academy", "thornley park academy"), ("they moved me to bath", "bath"),
        ("my sw is called summer", "summer"), ("my key worker maisie left", "maisie"),
        ("Mr Albuquerque shouts", "Albuquerque"),
        ("auntie bev came", "bev"), ("I told Oluwaseun about it", "Oluwaseun"), ("وصل المشرف اسمه مروان", "مروان"),
        ("Pani Ludmila przyszla", "Ludmila"), ("chị Ngân nói em chờ", "Ngân"),
    ])
    func `what could identify somebody is covered`(words: String, identifier: String) throws {
        #expect(try ShippedRules.covered(words).joined(separator: "|").contains(identifier))
    }

    @Test(arguments: [
        "they may come in june", "i got a good mark in french", "the summer was long",
        "i had a bath last night",
        "i rang Childline on 0800 1111", "they owe me £1,250.50", "no 1 asked me", "it was between 2010 and 2014",
        "Ofsted came on Monday and Leeds council knew", "i hope they will listen", "the main road is loud",
    ])
    func `ordinary words, sums and public numbers stay readable`(words: String) throws {
        #expect(try ShippedRules.covered(words) == [])
    }

    @Test func `a name is covered each time it stands`() throws {
        let words = "my sw is called Thandeka. thandeka said no. Thandeka's car is big"
        #expect(try ShippedRules.covered(words).count { $0.lowercased().hasPrefix("thandeka") } == 3)
    }

    @Test func `names in quoted mail and signatures are covered`() throws {
        let words =
            "See below.\r\n> From: Corin Astley <c.astley@home.example>\r\n> be quiet\r\n\r\nRegards\r\nOttoline Oakes"
        let covered = try ShippedRules.covered(words)
        for identifier in ["Corin Astley", "c.astley@home.example", "Ottoline Oakes"] {
            #expect(covered.contains { $0.contains(identifier) })
        }
    }

    @Test func `every redaction lies within the words, in order, and apart from the next`() throws {
        let pieces = [
            "07700 900123", "Kofi", "my sw ", "👨‍👩‍👧", "\r\n", "🇬🇧", "e\u{301}", "مرحبا", "\u{200F}", "@x_y", "a@b.example",
            " at ", "dot",
            "M1 1AA", "12 Oak Road", "born 1/2/2010", " ", ".", "ref AB/123/C", "ሚካኤል", "\u{301}", "reg KX28NDO", "-",
            "'s", "(", "called",
        ]
        for seed in UInt64(0)..<500 {
            var generator = Seeded(seed)
            let count = Int.random(in: 0...25, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let redactions = try ShippedRules.suggestion(text).redactions
            var end = 0
            for redaction in redactions {
                #expect(redaction.scalars.lowerBound >= end && !redaction.scalars.isEmpty, "seed \(seed)")
                end = redaction.scalars.upperBound
            }
            #expect(end <= text.unicodeScalars.count, "seed \(seed)")
            #expect(throws: Never.self) { try ModeratedText(redacting: Original(text), redactions) }
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "a", "9", "\n", "\u{301}", "\u{200F}", "@", "a.", "a_", "9 ", "at dot ", "he has a knife ", "born 1 ",
            "Mo-", "🤡", "Aa road ",
        ])
    func `ten thousand of anything is read like anything else`(piece: String) throws {
        let text = String(repeating: piece, count: 10_000 / piece.unicodeScalars.count)
        let elapsed = try ContinuousClock().measure { _ = try ShippedRules.suggestion(text) }
        // A debug build on a busy machine; what grows with the square of the length takes minutes.
        #expect(elapsed < .seconds(20))
    }
}
