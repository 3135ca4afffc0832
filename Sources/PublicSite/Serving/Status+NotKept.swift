import HTTPTypes
import Store

extension HTTPResponse.Status {
    /// What is answered when words could not be kept: 507 for a full disk (RFC 4918), else 503.
    static func notKept(_ error: any Error) -> Self {
        (error as? NotKept)?.problem == .cannotWrite
            ? Self(code: 507, reasonPhrase: "Insufficient Storage") : .serviceUnavailable
    }
}
