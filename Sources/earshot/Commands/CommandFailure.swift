import FactFiles
import Foundation
import Store

/// Why a command ends, in one line for the person who gave it, with the exit code that scripts read.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String
    /// As in `sysexits.h`; 1 where the work found what it was asked to look for.
    let exitCode: Int32

    /// Wrong usage that the argument parser cannot see (64).
    static func usage(_ says: String) -> Self { .init(description: says, exitCode: EX_USAGE) }
    /// The input cannot be used (65).
    static func unusable(_ says: String) -> Self { .init(description: says, exitCode: EX_DATAERR) }
    /// Something needed is not available (69).
    static func unavailable(_ says: String) -> Self { .init(description: says, exitCode: EX_UNAVAILABLE) }
    /// Reading or writing failed (74).
    static func inputOutput(_ says: String) -> Self { .init(description: says, exitCode: EX_IOERR) }

    init(description: String, exitCode: Int32) {
        self.description = description
        self.exitCode = exitCode
    }

    /// What a person is told of an error from further down.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let problem as FactProblem: self = .unusable(problem.description)
        case StoreProblem.locked: self = .unavailable(StoreProblem.locked.description)
        case let problem as StoreProblem: self = .inputOutput(problem.description)
        case let error as any CustomStringConvertible:
            self = .init(description: error.description, exitCode: EXIT_FAILURE)
        default: self = .init(description: "It failed (\(type(of: error))).", exitCode: EXIT_FAILURE)
        }
    }
}
