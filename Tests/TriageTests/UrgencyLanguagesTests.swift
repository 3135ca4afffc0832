import Concerns
import Testing
import Triage

/// What children say in the other languages of the pages, with the least urgency each sentence must get.
///
/// No speaker has checked these lists yet: the tests hold the rules to the plain sentences, not to good style.
@Suite struct UrgencyLanguagesTests {
    @Test(arguments: [
        "chcę się zabić dziś w nocy", "chce sie zabic", "chcę zabić się", "zabiję się", "chcę umrzeć dziś w nocy",
        "teraz mnie bije", "on dusi mamę", "jestem zamknięta w pokoju", "zamknęli mnie w domu i nie mogę wyjść",
        "tata trzyma nóż", "pomóżcie mi oni mnie zabiją", "jutro mnie już nie będzie",
    ])
    func `danger is heard in Polish`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "سأقتل نفسي", "بدي اقتل حالي", "أريد أن أموت الليلة", "عايز اموت دلوقتي", "سأنتحر", "هقتل نفسي",
        "أبي يضربني الآن", "عم يضربني هلق", "أنا محبوس في الغرفة", "حبسوني في البيت", "معه سكين", "ساعدوني سوف يقتلوني",
        "بدهم يقتلوني",
    ])
    func `danger is heard in Arabic`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "می خواهم خودم را بکشم", "می‌خواهم خودم را بکشم", "میخوام خودمو بکشم", "امشب خودکشی میکنم", "میخوام امشب بمیرم",
        "الان داره منو میزنه", "همین الان مرا می زند", "در را قفل کرده و من زندانی هستم", "نمیذارن برم بیرون",
        "چاقو دارد", "کمکم کنید منو میکشن", "میخواهند مرا بکشند",
    ])
    func `danger is heard in Persian and Dari`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "Tôi muốn tự tử tối nay", "toi muon tu tu toi nay", "em sẽ tự tử", "đêm nay em muốn chết", "em muốn treo cổ",
        "ông ấy đang đánh em", "họ nhốt em trong phòng", "em bị nhốt", "chú ấy cầm dao", "ba bóp cổ mẹ",
        "cứu em với họ sẽ giết em", "giup em ho se giet em",
    ])
    func `danger is heard in Vietnamese`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "do të vras veten", "dua ta vras veten", "due me vra veten", "dua të vdes sonte", "sonte dua te vdes",
        "po më rreh tani", "po me mbyt", "jam e mbyllur në dhomë", "më kanë kyçur në dhomë", "ai ka një thikë",
        "me ndihmoni do me vrasin", "do më vrasin",
    ])
    func `danger is heard in Albanian`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "dwi isio lladd fy hun", "dwi'n mynd i ladd fy hun", "dwi isio marw heno", "heno dwi eisiau marw",
        "mae o'n fy nharo i rŵan", "mae dad yn taro mam nawr", "dwi wedi fy nghloi yn y stafell",
        "maen nhw wedi cloi fi mewn", "mae ganddo gyllell", "helpwch fi nawr", "helpwch fi maen nhw am fy lladd i",
    ])
    func `danger is heard in Welsh`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "ځان وژنم", "زه غواړم خپل ځان ووژنم", "نن شپه غواړم مړ شم", "اوس مې وهي", "په کوټه کې بند یم", "چاقو ورسره ده",
        "مرسته وکړئ ما وژني", "په خطر کې یم",
    ])
    func `danger is heard in Pashto`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "خۆم دەکوژم", "دەمەوێت خۆم بکوژم", "ئەمشەو دەمەوێت بمرم", "ئێستا لێم دەدات", "ئێستا لێم ئەدا", "زیندانی کراوم",
        "چەقۆی پێیە", "یارمەتیم بدەن دەمکوژن",
    ])
    func `danger is heard in Kurdish`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "ርእሰይ ክቐትል ደልየ", "ንርእሰይ ክቐትል እየ", "ሎሚ ለይቲ ክመውት ደልየ", "ሕጂ ይሃርመኒ ኣሎ", "ሕጂ ይወቕዓኒ ኣሎ", "ኣብ ክፍሊ ዓጽዮምኒ",
        "ካራ ኣለዎ", "ሓግዙኒ ክቐትሉኒ እዮም",
    ])
    func `danger is heard in Tigrinya`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "nie chcę już żyć", "tnę się", "się tnę", "dotyka mnie w nocy", "śpię na ulicy", "uciekłam z domu",
        "chciałabym umrzeć", "wyrzucili mnie z domu", "أريد أن أموت", "ما بدي اعيش", "يلمسني", "هربت من البيت",
        "أنام في الشارع", "أجرح نفسي", "نمی خواهم زنده باشم", "خودم را می زنم", "به من دست میزند",
        "امشب در خیابان هستم",
        "از خانه فرار کردم", "جایی برای خواب ندارم", "Tôi muốn tự tử", "toi muon tu tu", "em không muốn sống nữa",
        "em rạch tay", "chú ấy sờ ngực em", "em bỏ nhà đi", "tối nay em ngủ ngoài đường", "dua të vdes",
        "nuk dua të jetoj",
        "pres veten", "më prek natën", "ika nga shtëpia", "sonte fle në rrugë", "dwi isio marw", "dwi ddim isio byw",
        "dwi'n torri fy hun", "mae o'n cyffwrdd fi", "dwi wedi rhedeg i ffwrdd", "dwi ar y stryd heno",
        "ba ngược đãi em", "ông ấy hăm dọa em", "من می ترسم", "منو با لگد زد",
        "ژوند نه غواړم", "لاس راوړي", "له کوره وتښتېدم", "نامەوێت بژیم", "لە شەقام دەخەوم", "هەڵاتم",
        "ክመውት ደልየ", "ይትንክፈኒ", "ሃዲመ ካብ ገዛ", "ይወቕዓኒ",
    ])
    func `what must be read today is heard, with or without accents`(words: String) throws {
        let suggestion = try ShippedRules.suggestion(words)
        #expect(suggestion.urgency >= .safeguarding)
        #expect(suggestion.urgencyReasons.allSatisfy { !$0.hasPrefix("a language") }, "only the floor holds it")
    }

    @Test(arguments: [
        "mój pokój jest bardzo ładny", "nie chce chodzić na spotkania", "gram żeby zabić czas",
        "dziękuję pani za pomoc w szkole",
        "المدرسة جيدة جدا", "شكرا للمشرفة هي لطيفة", "اريد غرفة اكبر", "غذای اینجا خوب نیست", "پدرم سیگار میکشد",
        "ممنون از کمک شما خداحافظ", "cô giáo nói từ từ em mới hiểu", "em muốn gặp chị nhân viên xã hội ngày mai",
        "cô không dạy em tiếng Anh", "tiền của em bị giảm", "faleminderit për dhomën e re", "dua të shkoj në shkollë",
        "punonjësja sociale nuk më përgjigjet", "diolch am bopeth", "dwi isio stafell fwy", "mae'r bwyd yn oer bob nos",
        "مننه ستاسو", "زه ښوونځی غواړم", "خواړه ښه نه دي", "سوپاس بۆ هەمووتان", "ژوورێکی گەورەترم دەوێت",
        "قوتابخانەکەم خۆشە",
        "የቐንየለይ", "ናብ ቤት ትምህርቲ ክኸይድ ደልየ", "እቲ መግቢ ጽቡቕ ኣይኮነን",
    ])
    func `ordinary life in other languages is no danger`(words: String) throws {
        #expect(try ShippedRules.triage.get().soundsLikeDanger(Original(words)) == false)
        #expect(try ShippedRules.suggestion(words).urgency < .dangerNow)
    }

    @Test(arguments: [
        "dziękuję, jest mi tu dobrze", "شكرا لكم انا سعيد هنا", "ممنون از شما من خوشحال هستم", "cảm ơn chị em rất vui",
        "faleminderit jam i lumtur këtu", "diolch dwi'n hapus yma",
    ])
    func `thanks in a list nobody has checked waits for a trained reader`(words: String) throws {
        let suggestion = try ShippedRules.suggestion(words)
        #expect(suggestion.urgency == .safeguarding)
        #expect(suggestion.urgencyReasons == ["a language the rules read poorly"])
    }

    @Test(arguments: [
        "my boyfriend makes me sleep with his friends for money", "he sends me to men and takes the money",
        "he sells me to his mates", "my pimp", "he makes me do things with his mates",
        "i have to sleep with people to pay the debt", "they pay him and then they sleep with me",
        "im sleeping outside tonight", "i have nowhere to sleep tonight",
    ])
    func `being sold and sleeping rough are read today`(words: String) throws {
        #expect(try ShippedRules.suggestion(words).urgency == .safeguarding)
    }

    @Test(arguments: [
        "he is sending me to men tonight", "tonight hes making me sleep with his mates",
        "theyre taking me to clients in an hour tonight",
    ])
    func `being sold tonight is danger`(words: String) throws { try expectDanger(words) }

    @Test(arguments: [
        "hi", "hello", "they make us sleep with the lights on", "he sends me to school with no money",
        "now they make us go to sleep at 8", "i need things for my flat and theres no money",
        "she takes me to see my mates", "is there a good place to stay in london for care leavers",
    ])
    func `words that only resemble them stay ordinary concerns`(words: String) throws {
        #expect(try ShippedRules.suggestion(words).urgency == .concern)
    }

    /// Also on arrival, where nobody has read it yet.
    private func expectDanger(_ words: String) throws {
        #expect(try ShippedRules.triage.get().soundsLikeDanger(Original(words)))
        #expect(try ShippedRules.suggestion(words).urgency == .dangerNow)
    }
}
