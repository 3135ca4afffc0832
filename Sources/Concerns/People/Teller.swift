/// The way a concern came to us.
package enum Channel: String, CaseIterable, Codable, Hashable, Sendable {
    case web, advocate, email, sms, paper
}

/// Who says they are telling us.
///
/// Adults' concerns are a stream of their own (P12).
package enum Teller: String, CaseIterable, Codable, Hashable, Sendable {
    case inCare = "in-care"
    case careLeaver = "care-leaver"
    case worriedOther = "worried-other"
}

/// The age a young person chose to give, never finer.
package enum AgeBand: String, CaseIterable, Codable, Hashable, Sendable {
    case under11 = "under-11"
    case from11to15 = "11-15"
    case from16to17 = "16-17"
    case adult = "18-plus"
}

/// What the young person lets inspectors have.
package enum Sharing: String, CaseIterable, Codable, Hashable, Sendable {
    /// Inspectors may read the words, after redaction.
    case words
    /// The concern only counts; no inspector reads it. This is so unless the young person says otherwise.
    case counted
}
