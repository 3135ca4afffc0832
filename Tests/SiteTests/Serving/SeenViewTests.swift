import Pages
import Testing

/// Templates read a view as they always did: what is nil is looked for further out, and a list is gone through.
struct SeenViewTests {
    struct View {
        let title: String?
        let isShown: Bool
        let count: Int
        let rows: [Row]
        let inner: Inner?
        let none: Inner?
        let names: [String]
        let words: String?
    }

    struct Row {
        let name: String
        let title: String?
        let isShown: Bool
    }

    struct Inner: CustomStringConvertible {
        let name: String
        var description: String { "whole \(name)" }
    }

    private func rendered(_ source: String, _ view: View) throws -> String {
        let templates = try Templates(sources: ["page": source], stylesheet: "s.css", isDemonstration: false)
        return try templates.page("page", view, in: Words(language: .english, entries: ["hello": "Hello & you"])).html
    }

    @Test(arguments: [
        ("{{#view}}{{title}} {{count}}{{/view}}", "outer 3"),
        (
            "{{#view}}{{#rows}}{{name}}:{{title}}{{#isShown}}!{{/isShown}}{{^isShown}}?{{/isShown}} {{/rows}}{{/view}}",
            "a:own! b:outer? "
        ),
        ("{{#view}}{{#rows}}{{words.hello}}{{/rows}}{{/view}}", "Hello &amp; youHello &amp; you"),
        ("{{#view}}{{#inner}}{{name}}{{/inner}}{{^none}}-{{/none}}{{#none}}+{{/none}}{{/view}}", "in-"),
        ("{{#view}}{{inner}}{{/view}}", "whole in"), ("{{#view}}{{#names}}{{.}},{{/names}}{{/view}}", "x,y,"),
        ("{{view.title}}{{stylesheet}}{{^isDemonstration}}.{{/isDemonstration}}", "outers.css."),
    ])
    func `a template reads what it names`(source: String, expected: String) throws {
        let view = View(
            title: "outer", isShown: true, count: 3,
            rows: [Row(name: "a", title: "own", isShown: true), Row(name: "b", title: nil, isShown: false)],
            inner: Inner(name: "in"), none: nil, names: ["x", "y"], words: nil)
        #expect(try rendered(source, view) == expected)
    }
}
