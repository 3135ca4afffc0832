import HTTPTypes
import Hummingbird

/// The cookie that names a session: of this host alone, unseen by scripts, sent with no other site's request.
enum SessionCookie {
    static let name = "__Host-earshot"

    static func key(in request: Request) -> SecretText? { request.cookies[name].map { SecretText($0.value) } }

    static func set(_ key: SecretText, on response: inout Response) {
        response.headers[.setCookie] = "\(name)=\(key.text); Path=/; Secure; HttpOnly; SameSite=Strict"
    }

    static func clear(on response: inout Response) {
        response.headers[.setCookie] = "\(name)=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict"
    }
}
