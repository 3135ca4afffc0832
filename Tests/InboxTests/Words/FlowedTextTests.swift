import Testing

@testable import Inbox

struct FlowedTextTests {
    @Test(arguments: [
        ("one \ntwo\nthree", "one two\nthree"), ("one\n\ntwo \nthree ", "one\n\ntwo three "),
        ("> a \n> b\n>> c \nd", "> a b\n>> c \nd"),
        ("words \n-- \nAnn", "words \n-- \nAnn"), (" From the start", "From the start"),
        (" >not a quote", " >not a quote"), ("", ""), ("\n", "\n"),
        (">\n> x", "> \n> x"),
    ])
    func `soft line ends are taken out, within one depth of quotes`(flowed: String, text: String) {
        #expect(FlowedText.unwrapped(flowed, deletesSpace: false) == text)
    }

    @Test func `the space that marks a soft line end is taken out where the mail says so`() {
        #expect(FlowedText.unwrapped("writ \nten no  \none", deletesSpace: true) == "written no one")
    }
}
