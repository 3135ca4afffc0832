import FactFiles
import TestSupport
import Testing

@testable import Inbox

struct LanguageGuessTests {
    let guess: LanguageGuess

    init() throws { guess = try Shipped.guess() }

    @Test(arguments: [
        ("My social worker never rings me back and I have not seen my sister since Christmas.", "en"),
        ("idk y they keep moving me, nobody told me why. pls help", "en"),
        ("they shout at us and i dont want to go back there", "en"),
        ("Dwi ddim eisiau symud eto. Mae'r staff yn gweiddi ar bawb.", "cy"),
        ("Nie chcę tu być, nikt ze mną nie rozmawia po polsku.", "pl"),
        ("nie wiem co robic, pani jest bardzo niemila i ja sie boje", "pl"),
        ("Em không muốn ở nhà này nữa, họ không cho em gọi điện.", "vi"),
        ("Unë nuk dua të jem këtu, askush nuk flet me mua.", "sq"),
        ("Nu vreau să mai stau aici, nimeni nu mă ascultă.", "ro"),
        ("Aš nenoriu čia būti, niekas su manimi nekalba.", "lt"),
        ("Não quero ficar aqui, ninguém fala comigo.", "pt"),
        ("No quiero estar aquí, nadie habla conmigo y tengo miedo.", "es"),
        ("Je ne veux pas rester ici, personne ne me parle.", "fr"),
        ("Non voglio stare qui, nessuno parla con me.", "it"),
        ("Ich will nicht hier bleiben, niemand spricht mit mir.", "de"),
        ("Ik wil niet hier blijven, niemand praat met mij.", "nl"),
        ("Burada kalmak istemiyorum, kimse benimle konuşmuyor, çok korkuyorum.", "tr"),
        ("Ma rabo inaan halkan joogo, cidna ilama hadasho. Waxaan rabaa guriga.", "so"),
        ("Ez naxwazim li vir bim, kes bi min re napeyive.", "kmr"),
        ("Nechci tady být, nikdo se mnou nemluví, prosím pomozte mi.", "cs"),
        ("Nechcem tu byť, nikto so mnou nehovorí, prosím pomôžte mi.", "sk"),
        ("Nem akarok itt lenni, senki nem beszél velem.", "hu"),
        ("لا أريد أن أبقى هنا، لا أحد يتكلم معي.", "ar"),
        ("من نمی‌خواهم اینجا بمانم، هیچ کس با من حرف نمی‌زند.", "fa"),
        ("زه دلته نه غواړم پاتې شم، څوک راسره خبرې نه کوي.", "ps"),
        ("نامەوێت لێرە بم، هیچ کەس لەگەڵم قسە ناکات.", "ckb"),
        ("میں یہاں نہیں رہنا چاہتا، کوئی مجھ سے بات نہیں کرتا ہے۔", "ur"),
        ("ኣነ ኣብዚ ክነብር ኣይደልን እየ፡ ዝዛረበኒ ሰብ የለን።", "ti"),
        ("እኔ እዚህ መኖር አልፈልግም፣ ከእኔ ጋር የሚናገር ሰው የለም።", "am"),
        ("Я не хочу тут жити, ніхто зі мною не розмовляє.", "uk"),
        ("Я не хочу здесь жить, никто со мной не говорит.", "ru"),
        ("Не искам да живея тук, никой не говори с мен.", "bg"),
        ("Δεν θέλω να μείνω εδώ.", "el"), ("אני לא רוצה להישאר כאן", "he"), ("আমি এখানে থাকতে চাই না", "bn"),
        ("ਮੈਂ ਇੱਥੇ ਨਹੀਂ ਰਹਿਣਾ", "pa"),
        ("நான் இங்கே இருக்க விரும்பவில்லை", "ta"), ("我不想住在这里", "zh"), ("मैं यहाँ नहीं रहना चाहता हूँ", "hi"), ("म यहाँ बस्न चाहन्न, मलाई डर लाग्छ", "ne"),
    ])
    func `a sentence is known by its letters and everyday words`(text: String, language: String) {
        #expect(guess.language(of: text) == language)
        #expect(guess.language(of: text.uppercased()) == language)
    }

    @Test(arguments: [
        "", "ok", "!!! 12 :(", "Maria", "07700 900321", "asdf ghjk qwer", "xoxo bff omg", "😭😭😭", "lol wow",
    ])
    func `where it is not sure it says nothing`(text: String) {
        #expect(guess.language(of: text) == nil)
    }

    @Test func `an English message with a name or word of another language stays English`() {
        #expect(guess.language(of: "my mum says nie ma problemu but they will not let me see her") == "en")
        #expect(guess.language(of: "they call me Ахмед and laugh when I speak to them about it") == "en")
    }

    @Test(arguments: ["ar", "fa", "ps", "ti", "ckb", "vi", "sq", "pl", "cy", "en"])
    func `the pages for young people are known in each of their languages`(language: String) throws {
        let folder = try Project.texts(under: "Web/Words/\(language)", endings: ["public.yaml"])
        let tree = try FactTree(file: "public.yaml", text: try #require(folder.values.first))
        var known = 0
        var others: [String] = []
        for key in tree.keys {
            guard let words = try? tree[key].text, words.count > 60, !words.contains("{") else { continue }
            switch guess.language(of: words) {
            case language: known += 1
            case nil: break
            case let other?: others.append("\(other): \(words)")
            }
        }
        #expect(others.isEmpty)
        #expect(known >= 20)
    }

    @Test(arguments: [
        ("script: greek }", "script: roman }", "“roman” is none of the scripts"),
        ("latin: [0041-005A,", "latin: [0041,", "is not a range of letters"),
        ("code: hy,", "code: el,", "“el” stands twice"),
        ("    words: >-\n      मैं", "    wards: >-\n      मैं", "“wards” is not known here"),
        ("  greek: [0370-03FF,", "  greek: [0250-0400,", "share letters"),
    ])
    func `a mistake in the file is named with its line`(written: String, mistaken: String, says: String) throws {
        let shipped = try Project.text("Moderation/languages.yaml")
        let place = try #require(shipped.firstRange(of: written))
        let text = shipped[..<place.lowerBound] + mistaken + shipped[place.upperBound...]
        let problem = #expect(throws: FactProblem.self) {
            try LanguageGuess(file: "languages.yaml", text: String(text))
        }
        #expect(problem?.says.contains(says) == true, "\(problem?.description ?? "")")
        #expect(problem?.line != nil)
    }
}
