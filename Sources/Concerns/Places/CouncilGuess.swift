/// Which authority a typed name means; never a guess where it could be another.
package enum CouncilGuess: Hashable, Sendable {
    case one(Authority)
    /// These are possible; the young person, or the moderator, must say.
    case ask([Authority])
    case unknown
}
