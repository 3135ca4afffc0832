import Concerns

/// What a word of a message is part of, as far as the linear model tells apart.
///
/// Numbers, accounts and marks are found by their shape, so all of them are one here.
enum NameLabel: Int, CaseIterable {
    case plain, person, place, address, school, home, localOrganisation, number

    /// What is covered under this label; nil for plain words.
    var kind: IdentifierKind? {
        switch self {
        case .plain: nil
        case .person: .person
        case .place: .place
        case .address: .address
        case .school: .school
        case .home: .home
        case .localOrganisation: .localOrganisation
        case .number: .number
        }
    }
}

extension NameLabel {
    init(_ kind: IdentifierKind) {
        switch kind {
        case .person: self = .person
        case .place: self = .place
        case .address: self = .address
        case .school: self = .school
        case .home: self = .home
        case .localOrganisation: self = .localOrganisation
        case .title, .age, .date, .link, .other: self = .plain
        case .phone, .email, .postcode, .vehicle, .handle, .birthday, .number: self = .number
        }
    }

    /// For each word the label of the stretch that it lies in, even if only in part.
    static func labels(of reading: Reading, _ spans: [(range: Range<Int>, kind: IdentifierKind)]) -> [NameLabel] {
        var labels = [NameLabel](repeating: .plain, count: reading.words.count)
        for (range, kind) in spans where NameLabel(kind) != .plain {
            for word in reading.words(within: range) { labels[word] = NameLabel(kind) }
        }
        return labels
    }
}
