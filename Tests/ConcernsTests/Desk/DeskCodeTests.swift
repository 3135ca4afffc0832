import Concerns
import Testing

struct DeskCodeTests {
    @Test(arguments: ["spam", "police-999", "not-about-care", String(repeating: "a", count: 40)])
    func `lower-case letters, digits and hyphens are a key`(text: String) throws {
        #expect(try DeskCode(text).description == text)
    }

    @Test(arguments: ["", "a", "Spam", "999-police", "not about care", "tom’s", String(repeating: "a", count: 41)])
    func `anything else is refused, and says what to write`(text: String) {
        #expect(throws: NotADeskCode(text: text)) { try DeskCode(text) }
    }
}
