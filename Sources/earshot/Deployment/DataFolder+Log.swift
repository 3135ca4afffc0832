import Sealing
import Store
import Unsealing

extension DataFolder {
    /// The log of a database in this folder: its chain needs the service's key, and what is erased is noted here.
    func log(of records: Records, keys: ServiceKeys) -> Log {
        let key = keys.log
        let list = ErasureList(file: erasures, key: keys.erasures)
        return records.log(
            hash: { former, fields in LogChain.hash(after: former, fields: fields, key: key) },
            erasures: ErasureNotes(
                keep: { erased in try list.note(erased) },
                // Where even that fails, the disk is past what this can mend, and the request has failed already.
                takeBack: { erased in try? list.takeBack(erased) }))
    }
}
