/// The page someone wanted before they had to sign in: always one of our own.
///
/// Anything else, such as another site's address, becomes no way back at all.
struct WayBack: Equatable, Sendable {
    /// A path and its query, or empty.
    let address: String

    init(_ text: String?) {
        let text = text ?? ""
        let path = text.prefix { $0 != "?" }
        let isOurs = StaffRoom.allCases.contains { path == $0.address || path.hasPrefix($0.address + "/") }
        // Printable ASCII without quotes, backslashes or fragments; two slashes or dots would leave the room.
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "!")...UInt8(ascii: "~")).contains(byte) && !#""'\<>#"#.utf8.contains(byte)
        }
        let isStraight = !path.contains("//") && !path.contains("..") && text.utf8.count <= 500
        address = isOurs && isPlain && isStraight ? text : ""
    }

    /// The address as the value of a query's field.
    var inQuery: String {
        address.replacing("%", with: "%25").replacing("&", with: "%26").replacing("+", with: "%2B")
    }

    /// Where to go after signing in: back, if that room is open to the role, else to its own room.
    func destination(among rooms: [StaffRoom]) -> String {
        let path = address.prefix { $0 != "?" }
        let isOpen = rooms.contains { path == $0.address || path.hasPrefix($0.address + "/") }
        return isOpen ? address : rooms.first?.address ?? "/sign-in"
    }
}
