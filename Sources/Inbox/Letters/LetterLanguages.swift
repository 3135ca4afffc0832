/// The languages of young people in care in England, and their neighbours, by English name.
enum LetterLanguages {
    static let codes = Set(named.values)

    /// By name, in lower case and letters only.
    static let named: [String: String] = {
        var named: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            for name in words.dropFirst() { named[String(name)] = String(words[0]) }
        }
        return named
    }()

    /// BCP 47, then names.
    private static let table = """
        am amharic
        ar arabic
        bg bulgarian
        bn bengali bangla
        bs bosnian
        ckb sorani kurdish kurdishsorani centralkurdish
        cs czech
        cy welsh cymraeg
        da danish
        de german
        el greek
        en english
        es spanish
        et estonian
        fa farsi persian dari
        fi finnish
        fr french
        ga irish
        gd gaelic scottishgaelic
        gu gujarati
        ha hausa
        he hebrew
        hi hindi
        hr croatian
        hu hungarian
        hy armenian
        id indonesian
        ig igbo
        it italian
        ja japanese
        ka georgian
        kmr kurmanji kurdishkurmanji
        ko korean
        ku kurdishlatin
        ln lingala
        lt lithuanian
        lv latvian
        mk macedonian
        ml malayalam
        ms malay
        ne nepali
        nl dutch
        no norwegian
        om oromo
        pa punjabi panjabi
        pl polish
        ps pashto
        pt portuguese
        rmy romani romany
        ro romanian moldovan
        ru russian
        si sinhala
        sk slovak
        sl slovenian
        sn shona
        so somali
        sq albanian
        sr serbian
        sv swedish
        sw swahili
        ta tamil
        te telugu
        th thai
        ti tigrinya
        tl tagalog filipino
        tr turkish
        uk ukrainian
        ur urdu
        uz uzbek
        vi vietnamese
        wo wolof
        yo yoruba
        zh chinese mandarin cantonese
        """
}
