package import Hummingbird
import NIOCore
import Pages

/// What goes along with one request of a young person: nothing that could tell who they are.
package struct PublicContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The neighbourhood it comes from, for budgets; nil where it comes through this machine.
    let network: Network?

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        network = Network(source.channel.remoteAddress)
    }

    package var maxUploadSize: Int { FormFields.largestBody }
}
