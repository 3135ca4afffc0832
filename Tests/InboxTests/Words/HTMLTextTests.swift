import Testing

@testable import Inbox

struct HTMLTextTests {
    @Test(arguments: [
        ("<p>one</p><p>two</p>", "one\n\ntwo"), ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<div>one<br></div><div><br></div><div>two</div>", "one\n\ntwo"), ("<p>&nbsp;</p><p>one</p>", "one"),
        ("a  b\n c\u{A0}\u{A0}d", "a b c d"), ("<b>bo</b>ld and <i>it</i>", "bold and it"),
        ("<h1>Head</h1>text", "Head\n\ntext"),
        ("<pre>one\n  two\n\nthree</pre>", "one\n  two\n\nthree"),
        ("<ul><li>one</li><li>two<ul><li>in</li></ul></li></ul>after", "- one\n- two\n  - in\n\nafter"),
        ("<ol><li><p>one</p><li>two</ol>", "1. one\n\n2. two"),
        (
            "<table><tr><td>Monday</td><td>no tea</td></tr><tr><th>Tuesday</th><td></td><td>tea</td></tr></table>",
            "Monday | no tea\nTuesday | tea"
        ),
        ("<table><tr><td><div>layout</div></td></tr></table>", "layout"),
        ("see <a href=\"https://a.example/?x=1>2\">this page</a>.", "see this page."),
        ("<blockquote>one<br>two<blockquote>deep</blockquote></blockquote>mine", "> one\n> two\n\n>> deep\n\nmine"),
        ("-- <br>Ann", "-- \nAnn"), ("i <3 you & 2 < 3 > 1", "i <3 you & 2 < 3 > 1"), ("no tags", "no tags"), ("", ""),
        ("<img alt=\"😕\" src=x> sad <img alt=\"logo of us\">", "😕 sad"),
    ])
    func `it reads as on a page`(html: String, text: String) {
        #expect(HTMLText.text(of: html) == text)
    }

    @Test(arguments: [
        "<script>if (a < b) hidden()</script>", "<STYLE>p{hidden}</STYLE>",
        "<head><title>hidden</title><meta x>hidden</head>", "<!-- hidden > -->",
        "<!--[if mso]><p>hidden</p><![endif]-->", "<div style=\"display:none\">hid<div>den</div></div>",
        "<span style='font-size:0px;'>hidden</span>",
        "<p hidden>hidden</p>", "<div style=\"color:red; DISPLAY : none !important\">hidden</div>",
        "<svg><text>hidden</text></svg>",
        "<template><p>hidden</p></template>", "<span style=\"mso-hide:all;visibility:hidden\">hidden</span>",
        "<?xml hidden ?>", "<!DOCTYPE hidden>",
    ])
    func `what is not shown to readers is left out`(html: String) {
        #expect(HTMLText.text(of: "\(html)<p>seen</p>") == "seen")
        #expect(HTMLText.text(of: "<p>seen</p>\(html)") == "seen")
    }

    @Test(arguments: [
        "<div style=\"display:none\">words", "<style>words", "<script>words", "<!-- words", "<head>words",
        "<title>words", "<p hidden><b>words</p",
        "<a href=\"x>words", "<svg>words<svg></svg>",
    ])
    func `what was never closed hides no words`(html: String) {
        #expect(HTMLText.text(of: html).contains("words"))
    }

    @Test(arguments: [
        ("&lt;3 &amp; &quot;&apos;", "<3 & \"'"), ("&pound;4 &euro;5", "£4 €5"), ("&#8217;&#x2019;&#146;", "’’’"),
        ("&eacute;&Eacute;&ccedil;&szlig;&oelig;", "éÉçßœ"),
        ("&lstrok;&aogon;&scaron;&wcirc;&ycirc;", "łąšŵŷ"), ("&ldquo;x&rdquo;&hellip;&mdash;", "“x”…—"),
        ("AT&T &unknown; &", "AT&T &unknown; &"),
        ("&#0;&#x110000;&#xD800;", "&#0;&#x110000;&#xD800;"), ("a&nbsp;b&ensp;c", "a b c"), ("so&shy;ft", "soft"),
        ("&copy 2026 &ampx", "© 2026 &ampx"),
        ("&alpha;&Omega;&hearts;", "αΩ♥"), ("&#128533;", "😕"),
    ])
    func `references stand for their letters`(html: String, text: String) {
        #expect(HTMLText.text(of: html) == text)
    }

    @Test func `quotes in HTML are parted like others`() throws {
        let html = """
            <div dir="ltr">it was three times</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 2 Mar 2026 at 10:02, \
            Voices &lt;<a href="mailto:v@e.example">v@e.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">How often?</blockquote></div>
            """
        let parts = ReplyParts(
            of: HTMLText.text(of: html), isReply: true, isForward: false, phrases: try Shipped.phrases())
        #expect(parts.text == "it was three times")
        #expect(parts.quoted == "On Mon, 2 Mar 2026 at 10:02, Voices <v@e.example> wrote:\n> How often?")
    }

    @Test func `a million nested quotes have a bounded mark`() {
        let text = HTMLText.text(of: String(repeating: "<blockquote>", count: 100_000) + "deep")
        #expect(text == String(repeating: ">", count: 20) + " deep")
    }
}
