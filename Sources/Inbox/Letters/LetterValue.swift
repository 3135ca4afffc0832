import Concerns

/// The values of the lines in the head of a letter, as people write them.
enum LetterValue {
    /// `2026-03-02`, `2 March 2026` with or without a weekday, `02/03/2026` with the day first.
    static func day(_ text: String) -> Day? {
        if let day = try? Day(text) { return day }
        let parts = text.lowercased().split { " ,/.-".contains($0) }
        let words = parts.filter { part in !weekdays.contains { part.hasPrefix($0) } && part != "of" }
        guard words.count == 3, let year = Int(words[2]), words[2].count == 4,
            let dayOfMonth = Int(words[0].prefix { $0.isASCII && $0.isNumber }),
            ["", "st", "nd", "rd", "th"].contains(words[0].drop { $0.isNumber })
        else { return nil }
        let named = months.firstIndex {
            words[1].count >= 3 && ($0.hasPrefix(words[1]) || words[1] == "sept" && $0 == "september")
        }
        guard let month = named.map({ $0 + 1 }) ?? Int(words[1]) else { return nil }
        return try? Day(year: year, month: month, day: dayOfMonth)
    }

    /// Codes or plain names with commas between; nil when one of them is not known.
    static func areas(_ text: String) -> [JudgementArea]? {
        let parts = text.split { ",;/|".contains($0) }.map { folded(String($0)) }.filter { !$0.isEmpty }
        let areas = parts.compactMap { areaNames[$0] }
        return areas.isEmpty || areas.count < parts.count ? nil : areas
    }

    /// `3` or `3 children`.
    static func count(_ text: String) -> Int? {
        let words = text.split { $0 == " " }
        guard let first = words.first, let count = Int(first), (1...99).contains(count), words.count <= 2,
            words.count == 1 || ["child", "children"].contains(words[1].lowercased())
        else { return nil }
        return count
    }

    /// A band's code, or an age in years such as `13`.
    static func ageBand(_ text: String) -> AgeBand? {
        let folded = folded(text)
        if let band = ageNames[folded] { return band }
        let digits = folded.prefix { $0.isNumber }
        guard ["", "years", "yearsold", "year", "yearold", "yo", "yrs"].contains(folded.dropFirst(digits.count)),
            let age = Int(digits)
        else { return nil }
        switch age {
        case 1..<11: return .under11
        case 11...15: return .from11to15
        case 16...17: return .from16to17
        case 18...99: return .adult
        default: return nil
        }
    }

    static func channel(_ text: String) -> Channel? {
        switch folded(text) {
        case "email", "mail": .email
        case "sms", "text", "textmessage": .sms
        case "advocate": .advocate
        case "paper", "letter": .paper
        default: nil
        }
    }

    /// A language's code, alone or with a script or region, or its English name.
    static func language(_ text: String) -> String? {
        if let code = LetterLanguages.named[folded(text)] { return code }
        let parts = text.replacing("_", with: "-").split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first?.lowercased(), LetterLanguages.codes.contains(first),
            parts.dropFirst().allSatisfy({
                (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
            }),
            parts.count <= 3
        else { return nil }
        return ([first] + parts.dropFirst().map { $0.count == 2 ? $0.uppercased() : $0.capitalisedASCII }).joined(
            separator: "-")
    }

    /// Letters and digits only, in lower case.
    private static func folded(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" }
    }

    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let areaNames: [String: JudgementArea] = {
        var names: [String: JudgementArea] = [
            "helpandprotection": .helpAndProtection, "protection": .helpAndProtection,
            "keepingchildrensafe": .helpAndProtection, "keepingchildrensafeathome": .helpAndProtection,
            "safety": .helpAndProtection,
            "livingincare": .lookedAfter, "incare": .lookedAfter, "childrenincare": .lookedAfter,
            "childrenlookedafter": .lookedAfter, "lookedafterchildren": .lookedAfter,
            "leavingcare": .careLeavers, "careleaver": .careLeavers, "leavingcareandlifeaftercare": .careLeavers,
            "lifeaftercare": .careLeavers, "thepeopleincharge": .leadership, "peopleincharge": .leadership,
            "beinglistenedto": .listenedTo, "howchildrenarelistenedto": .listenedTo,
        ]
        for area in JudgementArea.allCases { names[folded(area.rawValue)] = area }
        return names
    }()

    private static let ageNames: [String: AgeBand] = {
        var names: [String: AgeBand] = [
            "11to15": .from11to15, "16to17": .from16to17, "16or17": .from16to17, "18+": .adult, "18orolder": .adult,
            "18orover": .adult,
            "over18": .adult, "18andover": .adult,
        ]
        for band in AgeBand.allCases { names[folded(band.rawValue)] = band }
        return names
    }()
}

extension Substring {
    fileprivate var capitalisedASCII: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
