internal import Mustache

/// A view as templates read it, with its properties found once.
///
/// The template library finds each name by reflection, anew for each tag and through all that stands around it: a table of
/// 100 rows with 30 tags each took 180 ms of one core. By a dictionary it takes a few.
struct SeenView: MustacheParent, CustomStringConvertible {
    private let properties: [String: Any]
    private let view: Any

    func child(named name: String) -> Any? { properties[name] }

    /// As the view prints itself, should a template name the whole of it.
    var description: String { String(describing: view) }

    private init(_ view: Any, _ mirror: Mirror) {
        self.view = view
        properties = mirror.children.reduce(into: [:]) { properties, child in
            guard let label = child.label, let value = Self.seen(child.value) else { return }
            properties[label] = value
        }
    }

    /// The same with every struct in it, however deep, made ready to be read; nil for an optional that holds nothing.
    static func seen(_ value: Any) -> Any? {
        switch value {
        case is String, is Bool, is Int: return value
        case let entries as [String: String]: return SeenWords(entries: entries)
        case is any MustacheParent, is any MustacheCustomRenderable: return value
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { seen($0.value) }
        case .struct where !mirror.children.isEmpty: return SeenView(value, mirror)
        case .collection: return mirror.children.compactMap { seen($0.value) }
        default: return value
        }
    }
}

/// Words by their key.
///
/// A type of its own, as finding out that a dictionary can be read by name costs more than reading it.
struct SeenWords: MustacheParent {
    let entries: [String: String]

    func child(named name: String) -> Any? { entries[name] }
}
