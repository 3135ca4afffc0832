/// Somebody who can help now, as a line on a page.
package struct HelpLink: Hashable, Sendable {
    package let name: String
    /// The quickest way to reach them; stands on every page.
    package let quickest: Way
    /// Further ways.
    package let others: [Way]
    /// Whom they help.
    package let whom: String
    /// When they answer.
    package let when: String

    package init(name: String, quickest: Way, others: [Way], whom: String, when: String) {
        self.name = name
        self.quickest = quickest
        self.others = others
        self.whom = whom
        self.when = when
    }

    /// One way to reach somebody: what to do, and where to press.
    package struct Way: Hashable, Sendable {
        /// “Call 0800 1111”.
        package let says: String
        /// Such as `tel:08001111`; nil where there is nothing to press.
        package let address: String?

        package init(says: String, address: String?) {
            self.says = says
            self.address = address
        }
    }
}
