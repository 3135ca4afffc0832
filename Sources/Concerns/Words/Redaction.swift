/// A stretch of an original that a moderator takes out, and what it was.
package struct Redaction: Hashable, Sendable {
    /// Offsets in Unicode scalars of the original, end exclusive: what people see as one character may be several.
    package let scalars: Range<Int>
    package let kind: IdentifierKind

    package init(_ scalars: Range<Int>, _ kind: IdentifierKind) {
        self.scalars = scalars
        self.kind = kind
    }
}

/// The kinds of words by which a stranger could find or recognise a person.
package enum IdentifierKind: String, CaseIterable, Codable, Hashable, Sendable {
    case person = "PERSON"
    case title = "TITLE"
    case address = "ADDRESS"
    case place = "PLACE"
    case school = "SCHOOL"
    case home = "HOME"
    case localOrganisation = "ORG_LOCAL"
    case phone = "PHONE"
    case email = "EMAIL"
    case postcode = "POSTCODE"
    case vehicle = "VEHICLE"
    case handle = "HANDLE"
    case birthday = "DOB"
    case number = "ID_NUMBER"
    case age = "AGE"
    case date = "DATE"
    case link = "URL"
    case other = "OTHER"

    /// What stands in the moderated text in place of the words.
    package var mark: String {
        switch self {
        case .person, .title: "[name]"
        case .address: "[address]"
        case .place: "[place]"
        case .school: "[school]"
        case .home: "[home]"
        case .localOrganisation: "[organisation]"
        case .phone: "[phone]"
        case .email: "[email]"
        case .postcode: "[postcode]"
        case .vehicle: "[vehicle]"
        case .handle: "[username]"
        case .birthday: "[birthday]"
        case .number: "[number]"
        case .age: "[age]"
        case .date: "[date]"
        case .link: "[link]"
        case .other: "[removed]"
        }
    }
}
