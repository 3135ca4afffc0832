/// A local authority with children's services duties, as it is or was.
package struct Authority: Hashable, Sendable, Identifiable {
    package let code: GSSCode
    /// Codes that the same authority had before.
    package let formerCodes: [GSSCode]
    /// The name in sentences: “Sandwell”, “Bath and North East Somerset”.
    package let name: String
    package let officialName: String
    package let region: String
    /// The first day, where the authority began after 2013.
    package let validFrom: Day?
    /// The last day, where it has ended.
    package let validTo: Day?
    package let predecessors: [GSSCode]
    package let successors: [GSSCode]
    /// Whether it was one of the 152 of the single inspection framework's cycle.
    package let isInSIFCycle: Bool
    package let isCurrent: Bool
    /// Names, lower case, each of which means only this authority.
    package let aliases: [String]
    /// Names, lower case, that may mean another place too: always asked back.
    package let cautionAliases: [String]
    /// Districts, towns and parts of towns in it.
    ///
    /// A young person may live in one and be looked after by another authority: asked back.
    package var places: [String]
    /// Children looked after on 31 March of ``childrenInCareYear``; under ten it identifies and is never shown.
    package let childrenInCare: Int?
    package let childrenInCareYear: Int?

    package var id: GSSCode { code }

    package init(
        code: GSSCode, formerCodes: [GSSCode], name: String, officialName: String, region: String, validFrom: Day?,
        validTo: Day?, predecessors: [GSSCode], successors: [GSSCode], isInSIFCycle: Bool, isCurrent: Bool,
        aliases: [String], cautionAliases: [String], places: [String], childrenInCare: Int?, childrenInCareYear: Int?
    ) {
        self.code = code
        self.formerCodes = formerCodes
        self.name = name
        self.officialName = officialName
        self.region = region
        self.validFrom = validFrom
        self.validTo = validTo
        self.predecessors = predecessors
        self.successors = successors
        self.isInSIFCycle = isInSIFCycle
        self.isCurrent = isCurrent
        self.aliases = aliases
        self.cautionAliases = cautionAliases
        self.places = places
        self.childrenInCare = childrenInCare
        self.childrenInCareYear = childrenInCareYear
    }
}
