package import Hummingbird

/// What one request to the staff site carries along.
package struct StaffContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    /// Who is signed in; set by ``SignedInReader``.
    var session: Session?

    package init(source: Source) { coreContext = CoreRequestContextStorage(source: source) }

    /// In bytes; a moderator's form holds the longest message and its redactions.
    package var maxUploadSize: Int { 256 * 1024 }
}
