import Testing

@testable import Inbox

struct SignatureTests {
    let phrases: MailPhrases

    init() throws { phrases = try Shipped.phrases() }

    private func parts(_ text: String) -> ReplyParts {
        ReplyParts(of: text, isReply: false, isForward: false, phrases: phrases)
    }

    @Test(arguments: [
        "Sent from my iPhone", "Sent from my iPad.", "Get Outlook for Android<https://aka.ms/AAb9ysg>",
        "Sent from Outlook for iOS",
        "Sent from Yahoo Mail on Android", "Sent from Mail for Windows", "Sent from my Samsung Galaxy smartphone.",
        "Sent with Proton Mail secure email.", "Von meinem iPhone gesendet", "Gesendet von Outlook für Android",
        "Envoyé de mon iPhone", "Télécharger Outlook pour Android", "Enviado desde mi iPhone",
        "Obtener Outlook para Android",
        "Inviato da iPhone", "Ottieni Outlook per Android", "Enviado do meu iPhone", "Verstuurd vanaf mijn iPhone",
        "Wysłane z iPhone’a", "Pobierz program Outlook dla systemu Android", "Trimis de pe iPhone-ul meu",
        "Skickat från min iPhone", "Sendt fra min iPhone", "Lähetetty iPhonesta", "Odesláno z iPhonu",
        "Odoslané z iPhonu",
        "Az iPhone-omról küldve", "iPhone'umdan gönderildi", "Anfonwyd o fy iPhone", "Dërguar nga iPhone im",
        "Išsiųsta iš mano iPhone", "أرسلت من الـ iPhone", "ارسال شده از iPhone", "Được gửi từ iPhone của tôi",
        "Надіслано з мого iPhone", "*Sent from my iPhone*",
    ])
    func `the line a telephone adds is no word of theirs, in each language`(footer: String) {
        let parts = parts("nobody came on saturday\n\n\(footer)\n")
        #expect(parts.text == "nobody came on saturday")
        #expect(parts.signature == footer)
    }

    @Test func `a signature is what follows its mark, up to twelve lines`() {
        let lines = (1...12).map { "line \($0)" }.joined(separator: "\n")
        #expect(parts("words\n-- \n\(lines)").signature == lines)
        #expect(parts("words\n-- \n\(lines)\nmore").signature == nil)
        #expect(parts("words\n--\nR.\n07700 900321").signature == "R.\n07700 900321")
    }

    @Test func `lines drawn between thoughts are not marks`() {
        #expect(parts("one\n--\ntwo\n--\nthree").text == "one\n--\ntwo\n--\nthree")
        #expect(parts("i want my nan\n--\na\nb\nc\nd\ne").signature == nil)
    }

    @Test(arguments: [
        "This email and any attachments are confidential and intended solely for the addressee.\nIf you are not them, delete it.",
        "CONFIDENTIALITY NOTICE: the contents of this message are for the addressee only.",
        "Virus-free. www.avast.com", "This email has been scanned for viruses.", "Registered charity number 1234567",
        "Standwith is a registered charity (no. 1234567). Registered office: 1 High Street. Company number 765.",
        "If a message has come to you in error, notify the sender and treat what it says as confidential.",
        "Mae'r e-bost hwn ac unrhyw atodiadau yn gyfrinachol.", "Diese E-Mail enthält vertrauliche Informationen.",
        "Niniejsza wiadomość jest poufna.", "****************\nDISCLAIMER\nViews are the author's own.",
    ])
    func `what an organisation's server adds below goes to the signature`(disclaimer: String) {
        let parts = parts("She has not been to school.\n\nA. Worker\n\n\(disclaimer)\n")
        #expect(parts.text == "She has not been to school.\n\nA. Worker")
        #expect(parts.signature == disclaimer)
    }

    @Test func `signature, footer and disclaimers in a row are all parted, in their order`() {
        let text =
            "words of mine\n\nSent from my iPhone\n\n-- \nA. Worker\n\nThis email is confidential.\n\nRegistered charity no. 12"
        let parts = parts(text)
        #expect(parts.text == "words of mine")
        #expect(
            parts.signature
                == "Sent from my iPhone\n\nA. Worker\n\nThis email is confidential.\n\nRegistered charity no. 12")
    }

    @Test func `a telephone's line alone is no message`() {
        #expect(parts("\nSent from my iPhone\n").text.isEmpty)
        #expect(parts("\nSent from my iPhone\n").signature == "Sent from my iPhone")
    }

    @Test(arguments: [
        "[EXTERNAL] This message came from outside the organisation.",
        "CAUTION: This email originated from outside.\nDo not click links.",
        "You don't often get email from t@post.example. Learn why this is important",
    ])
    func `what a server sets above mail from outside goes to the signature`(banner: String) {
        let parts = parts("\(banner)\n\nTom has waited four months.")
        #expect(parts.text == "Tom has waited four months.")
        #expect(parts.signature == banner)
        #expect(self.parts("External: nobody asked me\nfor four months").signature == nil)
    }

    @Test func `“-- ” under a heading with long thoughts below is no signature`() {
        let thought = (1...70).map { "word\($0)" }.joined(separator: " ")
        #expect(parts("Bad things\n-- \n\(thought)").signature == nil)
    }

    @Test(arguments: [
        "-- \nA. Worker", "This email and any attachments are confidential.",
        "this message may contain things that hurt to read\n\nhe hit me again",
        "i was sent from my phone contract to another\nand then nobody paid it",
        "he keeps a virus on the computer and says delete it\nthen he hits me",
        "they took it\n\nsent from my phone cos they took my laptop",
    ])
    func `a message is never all signature, and words below are never one`(text: String) {
        #expect(parts(text).text == text)
        #expect(parts(text).signature == nil)
    }
}
