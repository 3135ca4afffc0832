internal import HTTPTypes
package import Hummingbird

extension Router {
    /// Answers 405 to the methods that `path` does not take, and says which it does; otherwise they would find no page.
    ///
    /// - Parameter takesForms: whether the page takes POST besides GET.
    package func refuseOtherMethods(at path: RouterPath, takesForms: Bool = false) {
        let taken: [HTTPRequest.Method] = [.get, .head] + (takesForms ? [.post] : [])
        let allow = taken.map(\.rawValue).joined(separator: ", ")
        for method in [HTTPRequest.Method.post, .put, .patch, .delete, .options, .trace] where !taken.contains(method) {
            on(path, method: method) { _, _ -> Response in
                throw HTTPError(.methodNotAllowed, headers: [.allow: allow])
            }
        }
    }
}
