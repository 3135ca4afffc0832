/// What a mail states as its charset's name.
enum CharsetLabel {
    private static let families = [
        "iso-", "iso_", "windows-", "cp", "koi8", "utf-", "gb", "big5", "euc-", "shift", "mac", "ibm", "hz", "tis",
        "us-ascii", "x-mac", "viscii", "johab", "ks_c", "unicode",
    ]

    /// A label is the sender's and could hold any words; only what looks like a charset's name is shown.
    static func shown(_ label: String) -> String {
        let label = label.lowercased()
        let isName =
            label.utf8.count <= 20 && families.contains(where: label.hasPrefix)
            && label.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_".utf8.contains($0) }
        return isName ? label : "unknown"
    }
}
