import Concerns
import Foundation
import Inbox
import Store

/// A message made ready to be kept: read, triaged and sealed.
package struct PreparedImport: Sendable {
    let index: Int
    let weighed: Weighed
    let authority: GSSCode?
    /// Nil for what is only counted: rejected, or a second time in its own source.
    let arriving: Arriving?
    /// What its receipt is made of; nil where none is wanted.
    let receiptSeed: Data?
    let receipt: Receipt?
}
