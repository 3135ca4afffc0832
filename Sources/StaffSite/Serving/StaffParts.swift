package import Foundation
package import Pages
package import Sealing
package import Store

/// How the staff pages look and what they say.
package struct StaffLook: Sendable {
    let templates: Templates
    let words: Words
    let stylesheet: StyleSheet
    let scripts: [StaffScript]

    package init(templates: Templates, words: Words, stylesheet: StyleSheet, scripts: [StaffScript]) {
        self.templates = templates
        self.words = words
        self.stylesheet = stylesheet
        self.scripts = scripts
    }
}

/// The keys of the service that the staff pages need; none of them opens an original.
package struct StaffKeys: Sendable {
    let accounts: Data
    let drafts: Data
    let sketches: SketchKey
    let draws: Data
    let formTokens: FormTokens

    /// - Parameters:
    ///   - accounts: opens the second factors' secrets.
    ///   - drafts: signs what lets a draft be kept when its session is over.
    ///   - sketches: opens what copies of a message are found by.
    ///   - draws: seeds the draws of extra areas.
    ///   - formTokens: those of every form that keeps a concern, so that sending one twice is harmless.
    package init(accounts: Data, drafts: Data, sketches: SketchKey, draws: Data, formTokens: FormTokens) {
        self.accounts = accounts
        self.drafts = drafts
        self.sketches = sketches
        self.draws = draws
        self.formTokens = formTokens
    }
}

/// The narrow handles on the store that the rooms of the staff have, each its own.
package struct StaffRecords: Sendable {
    let accounts: Accounts
    let desk: Desk
    let quality: Quality
    let reading: Reading
    let planning: Planning
    let statementDates: StatementDates
    let log: Log

    /// - Parameter desk: as the caller made it, who says which concerns are read twice.
    package init(of records: Records, desk: Desk, log: Log) {
        accounts = records.accounts
        self.desk = desk
        quality = records.quality(log: log)
        reading = records.reading
        planning = records.planning(log: log)
        statementDates = records.statementDates
        self.log = log
    }
}
