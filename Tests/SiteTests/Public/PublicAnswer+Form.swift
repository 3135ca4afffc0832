import Foundation
import HTTPTypes

extension PublicAnswer {
    /// The hidden fields of the page's forms as a browser sends them, in the order of the page.
    var hidden: [(String, String)] {
        html.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
            (String($0.1), Self.plain($0.2))
        }
    }

    /// The token of the page's form.
    var token: String? { hidden.first { $0.0 == "token" }?.1 }

    /// What stands in the box for the words.
    var words: String? {
        between(#"<textarea id="message""#, "</textarea>").map { Self.plain($0.drop { $0 != "\n" }.dropFirst()) }
    }

    /// Whether help comes before everything else in the page's main part.
    var leadsWithHelp: Bool {
        guard let help = main.range(of: #"<div class="danger""#), let heading = main.range(of: "<h1") else {
            return false
        }
        return help.lowerBound < heading.lowerBound
    }

    /// The values of the choices of one field, in the order of the page.
    func choices(_ field: String) -> [String] {
        main.matches(of: /<input type="(?:radio|checkbox)" id="[^"]*" name="([^"]*)" value="([^"]*)"/)
            .filter { $0.1 == field }.map { String($0.2) }
    }

    /// The values of the choices that are chosen.
    var chosen: [String] {
        main.matches(of: /<input type="(?:radio|checkbox)"[^>]* value="([^"]*)"[^>]* checked>/).map { String($0.1) }
    }

    /// Whither the page's links, forms and pictures lead.
    var addresses: [String] {
        html.matches(of: /\ (?:href|src|action|formaction)="([^"]*)"/).map { Self.plain($0.1) }
    }

    /// What a watcher of the line sees of an answer: its status, how long its head and its body are.
    var onTheWire: String {
        let head = headers.map { "\($0.name.canonicalName) \($0.value.utf8.count)" }.sorted()
        return "\(status.code) \(bytes.count) \(head.joined(separator: ", "))"
    }

    /// A value without HTML's escapes.
    static func plain(_ escaped: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(escaped)) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
