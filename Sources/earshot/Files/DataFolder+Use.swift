import Foundation

extension DataFolder {
    /// Holds the folder beside others that have its database open for writing, so that nobody replaces it meanwhile.
    ///
    /// - Returns: the hold, which goes with the process, however that ends, unless it is closed before.
    /// - Throws: ``CommandFailure`` while a backup is put in place.
    @discardableResult func use() throws(CommandFailure) -> FileHandle {
        try held(LOCK_SH, otherwise: "A backup is being put in place in this data folder. Wait until that is done.")
    }

    /// Holds the folder while nobody else has its database open for writing.
    ///
    /// - Returns: the hold, to be closed when the work is done.
    /// - Throws: ``CommandFailure`` while someone has.
    func useAlone() throws(CommandFailure) -> FileHandle {
        try held(
            LOCK_EX,
            otherwise: "Another earshot command is at work on this data folder, such as “inbox watch” or "
                + "“inbox import”. What it takes in now would be lost: stop it, or wait until it is done.")
    }

    private func held(_ operation: Int32, otherwise says: String) throws(CommandFailure) -> FileHandle {
        // Not handed on to a program that is called, which may outlive this one.
        let descriptor = open(url.appending(path: "in-use").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .inputOutput("The data folder cannot be locked. Check that you may write in it.")
        }
        guard flock(descriptor, operation | LOCK_NB) == 0 else {
            close(descriptor)
            throw .unavailable(says)
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    }
}
