import Concerns
import Pages
import Store
import Triage

extension ReviewView {
    /// More quotes than these say no more.
    private static let mostQuotes = 6

    static func urgencyReasons(_ opened: OpenedConcern, in pages: StaffPages) -> [Reason] {
        let (words, suggestion) = (opened.told.original, opened.suggestion)
        var reasons = suggestion.urgencyReasons.map { name in
            reason(name, opened.grounds.urgency[name] ?? [], in: words)
        }
        if !suggestion.urgencyWords.isEmpty {
            reasons.append(reason(pages.words("urgencyWords"), suggestion.urgencyWords, in: words))
        }
        if opened.councilSoundsLikeDanger { reasons.append(reason(pages.words("dangerInCouncil"), [], in: words)) }
        return reasons
    }

    static func areaReasons(_ opened: OpenedConcern, in pages: StaffPages) -> [Reason] {
        let (suggested, ticked) = (Set(opened.suggestion.areas), Set(opened.told.areas))
        return JudgementArea.allCases.filter { suggested.union(ticked).contains($0) }.map { area in
            let quotes = opened.grounds.areas[area] ?? []
            var why: [String] = []
            if ticked.contains(area) { why.append(pages.words("areaTicked")) }
            if suggested.contains(area) {
                if !quotes.isEmpty { why.append(pages.words("areaWords")) }
                if opened.grounds.withUrgency.contains(area) { why.append(pages.words("areaWithUrgency")) }
                if opened.grounds.otherwise.contains(area) { why.append(pages.words("areaOtherwise")) }
                if why.isEmpty { why.append(pages.words("areaWording")) }
            }
            let says = pages.words(
                "areaReason",
                ["area": pages.said("staffArea", area.rawValue), "why": why.joined(separator: "; ")])
            return reason(says, suggested.contains(area) ? quotes : [], in: opened.told.original)
        }
    }

    private static func reason(_ says: String, _ places: [Range<Int>], in original: Original) -> Reason {
        let scalars = Array(original.words.unicodeScalars)
        var seen: Set<String> = []
        let quotes = places.map { place in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[place.clamped(to: 0..<scalars.count)])
            return SeenText.words(String(view))
        }.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
        return Reason(says: says, quotes: Array(quotes.prefix(mostQuotes)), hasQuotes: !quotes.isEmpty)
    }
}

extension JudgementArea {
    /// The letter that ticks it on the page of a concern; none is another key of that page.
    var deskKey: String {
        switch self {
        case .helpAndProtection: "h"
        case .lookedAfter: "c"
        case .adoption: "o"
        case .careLeavers: "v"
        case .leadership: "l"
        case .listenedTo: "i"
        }
    }
}
