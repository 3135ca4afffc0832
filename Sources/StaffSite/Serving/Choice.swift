import Foundation
import Concerns
import Pages

/// One entry of a list to choose from: an option, a radio button or a box to tick.
struct Choice: Sendable, Hashable {
    let value: String
    let label: String
    let isChosen: Bool
}

extension StaffPages {
    /// What a language is called in English; the code itself where it has no name.
    func languageName(_ code: String) -> String {
        Locale(identifier: "en_GB").localizedString(forIdentifier: code) ?? code
    }

    /// The entries for all values of a fixed set of codes.
    func choices<Code: CaseIterable & RawRepresentable>(
        _ type: Code.Type, _ kind: String, chosen: (String) -> Bool
    ) -> [Choice] where Code.RawValue == String {
        type.allCases.map { code in
            Choice(value: code.rawValue, label: said(kind, code.rawValue), isChosen: chosen(code.rawValue))
        }
    }

    /// The authorities of today, by name, after an entry for none.
    func councils(chosen: String, none: String) -> [Choice] {
        [Choice(value: "", label: words(none), isChosen: chosen.isEmpty)]
            + authorities.current.map { authority in
                Choice(
                    value: authority.code.description, label: authority.name,
                    isChosen: authority.code.description == chosen)
            }
    }
}
