/// One thing to choose in a form: an option, a radio button or a box to tick.
struct Choice {
    let id: String
    let value: String
    let says: String
    let isChosen: Bool

    /// The choices of one field; the first has the field's name as its id, so that a problem's link finds it.
    static func list(_ field: String, _ values: [(value: String, says: String)], chosen: [String]) -> [Choice] {
        values.enumerated().map { index, choice in
            Choice(
                id: index == 0 ? field : "\(field)-\(index + 1)", value: choice.value, says: choice.says,
                isChosen: chosen.contains(choice.value))
        }
    }
}
