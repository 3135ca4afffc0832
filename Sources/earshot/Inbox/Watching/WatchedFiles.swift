import Concerns
import Foundation

/// The files that lie in a watched folder, one round through it.
final class WatchedFiles {
    /// A folder that files appear in.
    struct Place {
        let folder: String
        /// Where done/, quarantine/ and rejected/ stand.
        let shelves: Shelves
        /// A Maildir's mail is whole once it has its name.
        let isMaildir: Bool
        let authority: GSSCode?
    }

    /// A file that is under way, by which it is moved afterwards.
    struct File {
        let name: FileName
        let place: Place
        /// When it was opened; nil where it could not be.
        let state: FileState?
    }

    private var places: ArraySlice<Place>
    private var current: (names: FolderNames, place: Place)?
    private var underWay: [Int: File] = [:]
    private var number = 0
    private(set) var steadiness: Steadiness
    private let secondsNow: () -> Int

    init(_ places: [Place], steadiness: Steadiness, secondsNow: @escaping () -> Int) {
        self.places = places[...]
        self.steadiness = steadiness
        self.steadiness.beginRound()
        self.secondsNow = secondsNow
    }

    /// - Returns: nil after the last.
    /// - Throws: ``SourceProblem`` when the folder cannot be read.
    func next() throws(SourceProblem) -> FoundSource? {
        while true {
            if let (names, place) = current {
                guard let name = names.next() else {
                    current = nil
                    continue
                }
                if let found = look(at: name, in: names, place) { return found }
            } else if let place = places.popFirst() {
                current = (try FolderNames(of: FileName(place.folder), in: AT_FDCWD, isNamed: true), place)
            } else {
                return nil
            }
        }
    }

    /// The file that a source was, when it is done with.
    func take(_ source: InboxSource) -> File? { underWay.removeValue(forKey: source.number) }

    private func look(at name: FileName, in names: FolderNames, _ place: Place) -> FoundSource? {
        // By these names mail programs and browsers tell what they have not finished.
        if name.ends(in: ".tmp") || name.ends(in: ".part") { return nil }
        do throws(SourceProblem) {
            let file = try SourceFile.open(name, in: names.descriptor, isNamed: false)
            guard place.isMaildir || isRested(file) else { return nil }
            return .file(file, source(name, place, file.before))
        } catch {
            if error == .folder || error == .missing { return nil }
            if error.isAboutReading {
                // It may hold words: it stays where it is until it can be read.
                if steadiness.isNewlyUnreadable(name) { Console.say("left: a file is in the way. \(error)") }
                return nil
            }
            let state = try? FileState.of(name, in: names.descriptor, followsLink: false)
            return .refused(source(name, place, state), reason: error.description)
        }
    }

    private func isRested(_ file: SourceFile) -> Bool {
        guard let state = file.before else { return true }
        return steadiness.isRested(
            state, isBeingWritten: file.isBeingWritten, atSecond: secondsNow(), now: ContinuousClock.now)
    }

    private func source(_ name: FileName, _ place: Place, _ state: FileState?) -> InboxSource {
        number += 1
        underWay[number] = File(name: name, place: place, state: state)
        // A Maildir's flags stand in the name, and a reader of mail looks for them.
        let way = place.isMaildir ? "/new/" : ""
        return InboxSource(number: number, name: way + name.shown, authority: place.authority)
    }
}
