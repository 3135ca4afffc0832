import Concerns
import Foundation

/// The times of files that are written when a young person does something: no finer than a day.
///
/// What is written in them is no finer either, and a copy of a file keeps when it was changed.
enum FileTimes {
    /// - Parameter day: the file is taken to have been changed and read as it began (UTC).
    static func dull(_ descriptor: Int32, to day: Day) {
        let midnight = timespec(tv_sec: day.number * 86_400, tv_nsec: 0)
        // Where it fails the file is kept all the same, which matters more.
        _ = futimens(descriptor, [midnight, midnight])
    }

    static func dull(folder: URL, to day: Day) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        dull(descriptor, to: day)
    }

    /// The day of the last change, for files whose time must not go back.
    static func day(of descriptor: Int32) -> Day {
        var status = stat()
        return Day(number: fstat(descriptor, &status) == 0 ? status.st_mtim.tv_sec / 86_400 : 0)
    }
}
