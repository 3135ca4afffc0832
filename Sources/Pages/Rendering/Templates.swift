package import Hummingbird
internal import Mustache

/// The pages' templates, read once, and what every page of a site has in common.
package struct Templates: Sendable {
    private let library: MustacheLibrary
    private let stylesheet: String
    private let scripts: [String: String]
    private let isDemonstration: Bool

    /// - Parameters:
    ///   - sources: templates by their path under `Web/Templates` without its extension, such as `tell/form`.
    ///   - stylesheet: the address of the style sheet.
    ///   - scripts: the addresses of the site's scripts by their names; young people's pages have none.
    /// - Throws: ``TemplateProblem`` naming the template that cannot be read.
    package init(
        sources: [String: String], stylesheet: String, scripts: [String: String] = [:], isDemonstration: Bool
    ) throws(TemplateProblem) {
        var library = MustacheLibrary()
        for (name, source) in sources {
            // Unescaped values are a hole for scripts; there is no page that needs one.
            guard !source.contains("{{{"), !source.contains("{{&") else {
                throw TemplateProblem(template: name, says: "it prints a value without escaping it")
            }
            do { try library.register(source, named: name) } catch {
                throw TemplateProblem(template: name, says: "a section or tag in it is not closed")
            }
        }
        self.library = library
        self.stylesheet = stylesheet
        self.scripts = scripts
        self.isDemonstration = isDemonstration
    }

    /// A whole page.
    ///
    /// - Parameters:
    ///   - view: a flat struct of texts, flags and lists; the template reads its stored properties by name inside
    ///     `{{#view}}`.
    ///   - person: the name and role shown on staff pages.
    ///   - leadsWithHelp: whether help in danger comes before everything else.
    ///   - helplines: the ways to help that stand on every page of the young people's site.
    /// - Throws: ``TemplateProblem`` when there is no such template.
    package func page(
        _ name: String, _ view: Any, in words: Words, status: HTTPResponse.Status = .ok, person: Person? = nil,
        leadsWithHelp: Bool = false, helplines: [HelpLink] = []
    ) throws(TemplateProblem) -> Page {
        let frame = Frame(
            words: words.entries, english: words.english, language: words.language.code,
            direction: words.language.direction, root: words.language.root, stylesheet: stylesheet, scripts: scripts,
            isDemonstration: isDemonstration, leadsWithHelp: leadsWithHelp, person: person, helplines: helplines,
            view: view)
        guard let html = library.render(frame, withTemplate: name) else {
            throw TemplateProblem(template: name, says: "there is no such template")
        }
        return Page(html: html, status: status)
    }
}

/// What stands around every page; templates reach it by these names.
struct Frame {
    let words: [String: String]
    /// There where the words wait for a check: `{{#english}}{{mustTell}}{{/english}}`.
    let english: [String: String]?
    let language: String
    let direction: String
    /// What addresses begin with: `href="{{root}}/tell"`.
    let root: String
    let stylesheet: String
    /// `{{scripts.review}}`.
    let scripts: [String: String]
    let isDemonstration: Bool
    let leadsWithHelp: Bool
    let person: Person?
    let helplines: [HelpLink]
    let view: Any
}

/// The member of staff a page is shown to, and the rooms open to them.
package struct Person: Sendable {
    package let name: String
    package let role: String
    package let rooms: [Room]
    /// Whether single letters act on pages that have keys.
    package let hasLetterKeys: Bool
    /// That it is time for a break; nil where it is not.
    package let pause: String?

    package init(
        name: String, role: String, rooms: [Room], hasLetterKeys: Bool = true, pause: String? = nil
    ) {
        self.name = name
        self.role = role
        self.rooms = rooms
        self.hasLetterKeys = hasLetterKeys
        self.pause = pause
    }

    /// A link in the staff pages' head.
    package struct Room: Sendable {
        package let address: String
        package let title: String

        package init(address: String, title: String) {
            self.address = address
            self.title = title
        }
    }
}

/// Why a template cannot be used.
package struct TemplateProblem: Error, Equatable, CustomStringConvertible {
    package let template: String
    package let says: String

    package init(template: String, says: String) {
        self.template = template
        self.says = says
    }

    package var description: String {
        "Web/Templates/\(template).mustache: \(says). Put back the file that Earshot came with, or mend it."
    }
}
