/// Where young people find the site, as it stands on paper and in feeds.
struct PrintedAddress: Sendable {
    /// What all addresses begin with, such as `https://earshot.example`, without a slash at its end.
    let whole: String

    /// - Parameter setting: as whoever runs the site has written it.
    init(_ setting: String) {
        whole = setting.hasSuffix("/") ? String(setting.dropLast()) : setting
    }

    /// Without the scheme, which nobody needs to type.
    var short: String { whole.split(separator: "://", maxSplits: 1).last.map(String.init) ?? whole }

    /// The name of the machine alone.
    var host: String { String(short.prefix { $0 != "/" && $0 != ":" }) }
}
