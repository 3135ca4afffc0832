package import Hummingbird
import Pages

/// What goes along with one request of a young person: nothing that could tell who they are.
package struct PublicContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: Source) { coreContext = CoreRequestContextStorage(source: source) }

    package var maxUploadSize: Int { FormFields.largestBody }
}
