import Concerns
import Testing

@testable import Inbox

struct LetterHeadTests {
    private func parted(_ text: String, inMail: Bool = false) -> (about: InboxAbout, text: String) {
        LetterHead.parted(text, inMail: inMail)
    }

    @Test func `all keys on top say what a letter is about, and are no words of it`() throws {
        let (about, text) = parted(
            """
            Date: 2 March 2026
            Council: Leeds
            Area: looked-after, care leavers
            Children: 3
            Age: 13
            Language: Polish
            Share: words
            Channel: advocate

            They said no.

            Date: this one is text.
            """)
        #expect(text == "They said no.\n\nDate: this one is text.")
        #expect(about.sent == (try Day("2026-03-02")))
        #expect(about.council == "Leeds")
        #expect(about.areas == [.lookedAfter, .careLeavers])
        #expect(about.children == 3)
        #expect(about.ageBand == .from11to15)
        #expect(about.language == "pl")
        #expect(about.sharing == .words)
        #expect(about.channel == .advocate)
        #expect(about.corrections.isEmpty)
    }

    @Test(arguments: [
        "2026-03-02", "2 March 2026", "02/03/2026", "2/3/2026", "2 Mar 2026", "Monday 2nd March 2026", "2.3.2026",
        "Mon, 2 mar 2026",
    ])
    func `a day is read with the day first`(value: String) throws {
        #expect(parted("Date: \(value)\n\nwords").about.sent == (try Day("2026-03-02")))
    }

    @Test(arguments: [
        ("help-and-protection", JudgementArea.helpAndProtection), ("Help and Protection", .helpAndProtection),
        ("Living in care", .lookedAfter),
        ("LOOKED AFTER", .lookedAfter), ("children in care", .lookedAfter), ("Adoption", .adoption),
        ("leaving care", .careLeavers), ("leadership", .leadership),
        ("being listened to", .listenedTo), ("listened-to", .listenedTo), ("The people in charge", .leadership),
    ])
    func `an area is read by its code or plain name`(value: String, area: JudgementArea) {
        #expect(parted("area : \(value)\n\nwords").about.areas == [area])
    }

    @Test(arguments: [
        ("under-11", AgeBand.under11), ("under 11", .under11), ("9", .under11), ("11-15", .from11to15),
        ("11 to 15", .from11to15), ("15 years old", .from11to15),
        ("16–17", .from16to17), ("17", .from16to17), ("18-plus", .adult), ("18+", .adult), ("21", .adult),
    ])
    func `an age is read as a band or a number`(value: String, band: AgeBand) {
        #expect(parted("AGE: \(value)\n\nwords").about.ageBand == band)
    }

    @Test(arguments: [
        ("email", Channel.email), ("E-mail", .email), ("sms", .sms), ("text message", .sms), ("Advocate", .advocate),
        ("paper", .paper),
    ])
    func `a channel is one of four`(value: String, channel: Channel) {
        #expect(parted("Channel: \(value)\n\nwords").about.channel == channel)
    }

    @Test(arguments: [
        ("pl", "pl"), ("Welsh", "cy"), ("farsi", "fa"), ("Kurdish Sorani", "ckb"), ("pt-br", "pt-BR"),
        ("zh-hant", "zh-Hant"), ("Dari", "fa"),
    ])
    func `a language is read by its code or name`(value: String, language: String) {
        #expect(parted("Language: \(value)\n\nwords").about.language == language)
    }

    @Test(arguments: [
        ("Date: sometime in Ruby Lane", "Date"), ("Date: 31 February 2026", "Date"), ("Area: the kitchen", "Area"),
        ("Area: adoption, kitchen", "Area"),
        ("Children: a few", "Children"), ("Children: 0", "Children"), ("Children: 100", "Children"),
        ("Age: old", "Age"), ("Age: 3 months", "Age"),
        ("Language: they swear at us", "Language"), ("Share: with Ann Bell", "Share"), ("Channel: web", "Channel"),
    ])
    func `a line that is not understood stays, with a sentence that names key and line and not its value`(
        line: String, key: String
    ) {
        let (about, text) = parted("Council: Leeds\n\(line)\n\nwords")
        #expect(text == "\(line)\n\nwords")
        #expect(about.council == "Leeds")
        let correction = about.corrections.first ?? ""
        #expect(about.corrections.count == 1)
        #expect(correction.hasPrefix("Line 2: \(key) was not understood. Write "))
        let value = line.split(separator: ": ")[1]
        #expect(!correction.contains(value))
    }

    @Test func `a key that stands twice is taken once, but areas add up`() {
        let (about, text) = parted("Children: 2\nChildren: 3\nArea: adoption\nArea: leadership\n\nwords")
        #expect(about.children == 2)
        #expect(about.areas == [.adoption, .leadership])
        #expect(about.corrections == ["Line 2: Children stands here a second time. Write it once."])
        #expect(text == "Children: 3\n\nwords")
    }

    @Test func `an unknown key between known ones stays in the text, and any other line ends the head`() {
        let (about, text) = parted("Council: Leeds\nName: nobody\nAge: 12")
        #expect(text == "Name: nobody" && about.ageBand == .from11to15)
        #expect(about.corrections.count == 1)
        #expect(parted("Council: Leeds\nThey took it: my phone.\n").text == "They took it: my phone.\n")
        #expect(parted("Council: Leeds\nNobody came.\nAge: 12").about.ageBand == nil)
    }

    @Test func `an empty line of a form that was not filled in says nothing`() {
        let (about, text) = parted("Council:\nAge: \nChildren: 2\n\nwords")
        #expect(about.council == nil)
        #expect(about.children == 2)
        #expect(about.corrections.isEmpty)
        #expect(text == "words")
    }

    @Test(arguments: ["Date: 2 March 2026\nwords", "Language: bad\nwords", "Date: 2026-03-02\nCouncil: Leeds\n\nwords"])
    func `in mail a first line that may be text opens no head`(text: String) {
        #expect(parted(text, inMail: true).text == text)
        #expect(parted(text, inMail: true).about == InboxAbout())
    }

    @Test func `in mail a head begins with a key that nobody begins a sentence with`() {
        let (about, text) = parted("\n  COUNCIL :  Leeds City \nDate: 2026-03-02\n\nwords", inMail: true)
        #expect(about.council == "Leeds City")
        #expect(about.sent != nil)
        #expect(text == "words")
    }

    @Test(arguments: ["words only", "", "\n\n", "Council", ": x", "Council of war: a story", "the cat: it ate"])
    func `a message without a head is left alone`(text: String) {
        for inMail in [false, true] {
            #expect(parted(text, inMail: inMail).text == text)
            #expect(parted(text, inMail: inMail).about == InboxAbout())
        }
    }

    @Test(arguments: ["Councl: Leeds\nDate: 2026-03-02", "Name: somebody\nCouncil: Leeds", "Coucnil: Leeds"])
    func `a key that is not known is told of, stays in the text, and what is below it is read`(head: String) {
        let (about, text) = LetterHead.parted("\(head)\n\nThey moved me.", inMail: false)
        #expect(about.corrections.contains { $0.hasPrefix("Line 1 begins like a key") })
        #expect(text.contains("They moved me."))
        #expect(about.sent != nil || about.council == "Leeds" || head.hasPrefix("Couc"))
    }

    @Test func `somebody's own words with a colon are no mistaken key`() {
        let words = "He said: you are not going home.\nNobody told me why."
        let (about, text) = LetterHead.parted(words, inMail: false)
        #expect(about.corrections.isEmpty && text == words)
    }
}
