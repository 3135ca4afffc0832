/// A language that the form offers as the easiest to read and write, by its BCP 47 code.
///
/// English first, then by code; the words of the pages hold each one's own name under `language-` and its code.
enum OfferedLanguage: String, CaseIterable, Sendable {
    case en, ar, ckb, cy, fa, pl, ps, sq, ti, vi
}
