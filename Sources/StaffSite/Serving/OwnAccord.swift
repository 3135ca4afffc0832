import HTTPTypes
import Hummingbird

/// What a page's script asks by itself, such as whether someone is in danger: no sign that anybody is there.
enum OwnAccord {
    static let field = "Earshot-Own-Accord"

    static func isHow(_ request: Request) -> Bool {
        HTTPField.Name(field).map { request.headers.contains($0) } ?? false
    }
}
