import Testing

@testable import Inbox

struct ReplyPartsTests {
    let phrases: MailPhrases

    init() throws { phrases = try Shipped.phrases() }

    private func parts(_ text: String, isReply: Bool = false, isForward: Bool = false) -> ReplyParts {
        ReplyParts(of: text, isReply: isReply, isForward: isForward, phrases: phrases)
    }

    static let attributions = [
        "On Mon, 2 Mar 2026 at 10:02, Voices <voices@earshot.example> wrote:",
        "On Monday, 2 March 2026 at 10:02, Voices at Earshot\n<voices@earshot.example> wrote:",
        "On 2 Mar 2026, at 10:02, Voices wrote:",
        "Am Mo., 2. März 2026 um 10:02 Uhr schrieb Voices <voices@earshot.example>:",
        "Am 02.03.2026 um 10:02 schrieb Voices:",
        "Le lun. 2 mars 2026 à 10:02, Voices <voices@earshot.example> a écrit :",
        "Le 2 mars 2026 à 10:02, Voices <voices@earshot.example> a\u{A0}écrit\u{A0}:",
        "El lun, 2 mar 2026 a las 10:02, Voices (<voices@earshot.example>) escribió:",
        "Il giorno lun 2 mar 2026 alle ore 10:02 Voices <voices@earshot.example> ha scritto:",
        "Em seg., 2 de mar. de 2026 às 10:02, Voices <voices@earshot.example> escreveu:",
        "Op ma 2 mrt 2026 om 10:02 schreef Voices <voices@earshot.example>:",
        "pon., 2 mar 2026 o 10:02 Voices <voices@earshot.example> napisał(a):",
        "W dniu 2.03.2026 o 10:02, Voices pisze:",
        "În lun., 2 mar. 2026 la 10:02, Voices <voices@earshot.example> a scris:",
        "Den mån 2 mars 2026 kl 10:02 skrev Voices <voices@earshot.example>:",
        "Den man. 2. mar. 2026 kl. 10.02 skrev Voices <voices@earshot.example>:",
        "man. 2. mars 2026 kl. 10:02 skrev Voices <voices@earshot.example>:",
        "ma 2. maalisk. 2026 klo 10.02 Voices (voices@earshot.example) kirjoitti:",
        "po 2. 3. 2026 v 10:02 odesílatel Voices <voices@earshot.example> napsal:",
        "po 2. 3. 2026 o 10:02 Voices <voices@earshot.example> napísal(a):",
        "Voices <voices@earshot.example> ezt írta (időpont: 2026. márc. 2., H, 10:02):",
        "Voices <voices@earshot.example>, 2 Mar 2026 Pzt, 10:02 tarihinde şunu yazdı:",
        "Ar Llun, 2 Maw 2026 am 10:02, ysgrifennodd Voices <voices@earshot.example>:",
        "Më hën, 2 mar 2026 në 10:02 Voices <voices@earshot.example> shkroi:",
        "2026-03-02, pr, 10:02 Voices <voices@earshot.example> rašė:",
        "في الاثنين، 2 مارس 2026 في 10:02 ص تمت كتابة ما يلي بواسطة Voices <voices@earshot.example>:",
        "في ٢ مارس ٢٠٢٦ كتب Voices:",
        "در تاریخ دوشنبه ۲ مارس ۲۰۲۶ ساعت ۱۰:۰۲ Voices <voices@earshot.example> نوشت:",
        "Vào Th 2, 2 thg 3, 2026 vào lúc 10:02 Voices <voices@earshot.example> đã viết:",
        "пн, 2 бер. 2026 р. о 10:02 Voices <voices@earshot.example> пише:",
        "пн, 2 мар. 2026 г. в 10:02, Voices <voices@earshot.example>:\nнаписал(а):",
    ]

    @Test(arguments: attributions)
    func `the line above a quote goes with the quote, in each language`(line: String) {
        let text = "It is true what I said, all of it.\n\n\(line)\n\n> Thank you for writing.\n> May we pass it on?"
        let parts = parts(text, isReply: true)
        #expect(parts.text == "It is true what I said, all of it.")
        #expect(parts.quoted?.hasSuffix("> Thank you for writing.\n> May we pass it on?") == true)
        #expect(parts.quoted?.hasPrefix(String(line.prefix(5))) == true)
    }

    static let heads = [
        "From: Voices <v@e.example>\nSent: 02 March 2026 10:02\nTo: A Writer\nSubject: Your message",
        "Von: Voices <v@e.example>\nGesendet: Montag, 2. März 2026 10:02\nAn: A Writer\nBetreff: Nachricht",
        "De : Voices <v@e.example>\nEnvoyé : lundi 2 mars 2026 10:02\nÀ : A Writer\nObjet : Message",
        "De: Voices\nEnviado el: lunes, 2 de marzo de 2026 10:02\nPara: A Writer\nAsunto: Mensaje",
        "Da: Voices\nInviato: lunedì 2 marzo 2026 10:02\nA: A Writer\nOggetto: Messaggio",
        "De: Voices\nEnviado: 2 de março de 2026 10:02\nPara: A Writer\nAssunto: Mensagem",
        "Van: Voices\nVerzonden: maandag 2 maart 2026 10:02\nAan: A Writer\nOnderwerp: Bericht",
        "Od: Voices\nWysłano: poniedziałek, 2 marca 2026 10:02\nDo: A Writer\nTemat: Wiadomość",
        "De la: Voices\nTrimis: luni, 2 martie 2026 10:02\nCătre: A Writer\nSubiect: Mesaj",
        "Från: Voices\nSkickat: den 2 mars 2026 10:02\nTill: A Writer\nÄmne: Meddelande",
        "Fra: Voices\nSendt: 2. marts 2026 10:02\nTil: A Writer\nEmne: Besked",
        "Lähettäjä: Voices\nLähetetty: maanantai 2. maaliskuuta 2026\nVastaanottaja: A Writer\nAihe: Viesti",
        "Od: Voices\nOdesláno: pondělí 2. března 2026 10:02\nKomu: A Writer\nPředmět: Zpráva",
        "Od: Voices\nOdoslané: pondelok 2. marca 2026\nKomu: A Writer\nPredmet: Správa",
        "Feladó: Voices\nElküldve: 2026. március 2. 10:02\nCímzett: A Writer\nTárgy: Üzenet",
        "Kimden: Voices\nGönderildi: 2 Mart 2026 Pazartesi\nKime: A Writer\nKonu: Mesaj",
        "Oddi wrth: Voices\nAnfonwyd: 02 Mawrth 2026 10:02\nAt: A Writer\nPwnc: Neges",
        "Nga: Voices\nDërguar: 2 mars 2026\nPër: A Writer\nSubjekti: Mesazh",
        "Nuo: Voices\nIšsiųsta: 2026 m. kovo 2 d.\nKam: A Writer\nTema: Laiškas",
        "من: Voices\nتم الإرسال: 2 مارس 2026\nإلى: A Writer\nالموضوع: رسالة",
        "از: Voices\nتاریخ: ۲ مارس ۲۰۲۶\nبه: A Writer\nموضوع: پیام",
        "Từ: Voices\nĐã gửi: 2 tháng 3, 2026\nĐến: A Writer\nChủ đề: Tin nhắn",
        "*From:* Voices\n*Date:* Monday, 2 March 2026 at 10:02\n*To:* A Writer\n*Subject:* Your message",
    ]

    @Test(arguments: heads)
    func `the head that Outlook repeats begins the mail that was answered, in each language`(head: String) {
        for rule in ["", "________________________________\n"] {
            let parts = parts("I said yes on Monday.\n\n\(rule)\(head)\n\nMay we pass it on?", isReply: true)
            #expect(parts.text == "I said yes on Monday.")
            #expect(parts.quoted == "\(rule)\(head)\n\nMay we pass it on?")
        }
    }

    @Test(arguments: heads)
    func `a head pasted into a first message is there to be read`(head: String) {
        let text = "This is the answer that came:\n\n\(head)\n\nKeep this off email."
        #expect(parts(text).text == text)
        #expect(parts(text).quoted == nil)
    }

    static let originals = [
        "-----Original Message-----", "-----Ursprüngliche Nachricht-----", "-----Message d'origine-----",
        "-----Mensaje original-----", "-----Messaggio originale-----", "-----Mensagem original-----",
        "-----Oorspronkelijk bericht-----", "-----Oryginalna wiadomość-----", "-----Ursprungligt meddelande-----",
        "-----Alkuperäinen viesti-----", "-----Původní zpráva-----", "-----Eredeti üzenet-----",
        "-----Özgün İleti-----",
        "-----Neges Wreiddiol-----", "-----الرسالة الأصلية-----", "----- Original message -----",
        "-------- Original Message --------",
    ]

    @Test(arguments: originals)
    func `all below the mark of an original message is quoted`(mark: String) {
        let parts = parts("just count me in\n\n\(mark)\nFrom: Voices\nThank you.", isReply: true)
        #expect(parts.text == "just count me in")
        #expect(parts.quoted == "\(mark)\nFrom: Voices\nThank you.")
    }

    @Test func `answers between quotes stay words, in their order`() {
        let text = """
            > Is it still so?
            yes

            On 2 March 2026 at 10:02, Voices wrote:
            > Who did it?
            the night staff
            > May we say so?
            only without my name
            """
        let parts = parts(text, isReply: true)
        #expect(parts.text == "yes\n\nthe night staff\n\nonly without my name")
        #expect(
            parts.quoted
                == "> Is it still so?\nOn 2 March 2026 at 10:02, Voices wrote:\n> Who did it?\n> May we say so?")
    }

    @Test(arguments: [
        "From the start nobody asked me.\nFrom: that day on I stopped.",
        "On Tuesday he wrote:\nyou will regret it\n\nI am scared of him",
        "On Tuesday he wrote:\n> you will regret it",
        "On 2 March 2026 at 10:02 he wrote:\n\nyou will regret it\n\nI dont feel safe",
        "he texted me at 10:30 this:\n> come down now or else",
        "i like it here -- but not the food\nand -- well -- the noise",
        "To: my mum\nDate: none\nI miss you",
        "sent from my last placement to a new one in one night",
        "this is confidential please dont tell anyone at the home",
        "-----\nI drew a line\n-----",
    ])
    func `a sentence of their own is never cut`(text: String) {
        for isReply in [false, true] where !(isReply && text.contains("\n>")) {
            #expect(parts(text, isReply: isReply).text == text)
            #expect(parts(text, isReply: isReply).quoted == nil)
            #expect(parts(text, isReply: isReply).signature == nil)
        }
        #expect(parts(text).text == text)
    }

    @Test func `a cross face in an answer is not a quote`() {
        let parts = parts("they moved me again\n>:(\n\n> What happened?", isReply: true)
        #expect(parts.text == "they moved me again\n>:(")
        #expect(parts.quoted == "> What happened?")
    }

    @Test func `lines that a visitor marks in a first message are theirs`() {
        let text = "One of the boys asked me to send you this:\n\n> we had no hot water\n\nYours, a visitor"
        #expect(parts(text).text == text)
    }

    @Test(arguments: ["See below.", "FYI", ""])
    func `next to nothing above a long quote makes the quote the message`(above: String) {
        let quote = "> " + String(repeating: "they wrote it down and nobody came back ", count: 4)
        let text = "\(above)\n\nOn 1 March 2026 at 19:40, K wrote:\n\(quote)"
        let parts = parts(text, isReply: true)
        #expect(parts.text.contains("nobody came back"))
        #expect(parts.quoted == nil)
    }

    @Test(arguments: ["Yes please", "no", "ok thanks!", "غرفتي باردة جدا.", "he hit me"])
    func `a short answer above a long quote is the message`(answer: String) {
        let quote = "> " + String(repeating: "may inspectors read what you wrote to us ", count: 4)
        let parts = parts("\(answer)\n\nOn 1 March 2026 at 19:40, V wrote:\n\(quote)", isReply: true)
        #expect(parts.text == answer)
        #expect(parts.quoted?.contains("may inspectors") == true)
    }

    @Test func `an answer written below the mail that was answered is the message`() {
        let text =
            "-----Original Message-----\nFrom: V\nSent: 2 March\nTo: W\nSubject: s\n\n> Where do you live?\n\nwith my aunty till friday"
        #expect(parts(text, isReply: true).text == "with my aunty till friday")
    }

    @Test(arguments: [
        "02.03.2026, 10:02, \"Voices\" <v@e.example>:\n> Thank you.",
        "пн, 2 мар. 2026 г. в 10:02, V <v@e.example>:\n> Thank you.",
        "  On Mon, 2 Mar 2026 at 10:02, V<v@e.example> wrote:   Thank you.\nWhat happened?",
    ])
    func `the line above a quote may lack its verb or run on into the quote`(quote: String) {
        let parts = parts("i had to give biscuit away\n\n\(quote)", isReply: true)
        #expect(parts.text == "i had to give biscuit away")
        #expect(parts.quoted?.contains("Thank you.") == true)
    }

    @Test func `what stands below an address and a verb without marks is quoted in an answer only`() {
        let text = "it was three times\n\nOn Monday, 2 March 2026, 10:02:13 GMT, V <v@e.example> wrote:\n\nHow often?"
        #expect(parts(text, isReply: true).text == "it was three times")
        #expect(parts(text).text == text)
    }
}
