package import Hummingbird
internal import Logging

extension RequestContext {
    /// Logs that something of ours failed, by the error's type alone: its text could hold what was typed.
    package func logFault(_ says: StaticString, _ error: any Error) {
        logger.error("\(says)", metadata: ["type": "\(type(of: error))"])
    }
}
