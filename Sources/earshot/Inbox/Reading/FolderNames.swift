import Foundation

/// The names in a folder in the order of their bytes, hidden ones left out; however many there are, few are held at once.
///
/// A folder does not give its names in any order, and a mailbox can have a million. So each run over the folder picks the
/// next names after the last one given.
final class FolderNames {
    /// Some 6 MB of names.
    static let mostHeld = 65_536

    /// The open folder.
    let descriptor: Int32
    private let stream: OpaquePointer
    private let mostHeld: Int
    private var held: ArraySlice<FileName> = []
    private var last: FileName?
    private var isAtEnd = false

    /// - Parameter isNamed: whether a person named it, and then it may be a link to a folder.
    init(of name: FileName, in folder: Int32, isNamed: Bool, mostHeld: Int = FolderNames.mostHeld) throws(SourceProblem)
    {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isNamed ? 0 : O_NOFOLLOW)
        let descriptor = name.withCString { openat(folder, $0, flags) }
        guard descriptor >= 0 else { throw SourceProblem(errno) }
        guard let stream = fdopendir(descriptor) else {
            let code = errno
            close(descriptor)
            throw SourceProblem(code)
        }
        self.descriptor = descriptor
        self.stream = stream
        self.mostHeld = mostHeld
    }

    deinit { closedir(stream) }

    /// - Returns: nil after the last.
    func next() -> FileName? {
        if held.isEmpty, !isAtEnd { pick() }
        return held.popFirst()
    }

    /// Whether there is a folder of this name in it.
    func hasFolder(_ name: String) -> Bool {
        (try? FileState.of(FileName(name), in: descriptor, followsLink: false))?.isFolder ?? false
    }

    private func pick() {
        var picked: [FileName] = []
        var bound: FileName?
        rewinddir(stream)
        while let entry = readdir(stream) {
            let name = Self.name(of: entry)
            if name.isHidden || last.map({ !$0.precedes(name) }) == true || bound.map({ !name.precedes($0) }) == true {
                continue
            }
            picked.append(name)
            if picked.count >= 2 * mostHeld {
                picked.sort { $0.precedes($1) }
                picked.removeLast(picked.count - mostHeld)
                bound = picked.last
            }
        }
        picked.sort { $0.precedes($1) }
        isAtEnd = bound == nil && picked.count <= mostHeld
        held = picked.prefix(mostHeld)
        last = held.last ?? last
    }

    /// Read where it lies: the system gives a name only the room that it needs, not the whole of its type.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> FileName {
        let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
        let text = start.assumingMemoryBound(to: CChar.self)
        return FileName(bytes: Array(UnsafeRawBufferPointer(start: start, count: strlen(text))))
    }
}
