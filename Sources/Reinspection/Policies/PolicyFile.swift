import Concerns
package import FactFiles
import Signals

/// A policy's file: YAML whose every value says how sure it is and where it comes from.
package enum PolicyFile {
    static let sections = ["scope", "clock", "timing", "signals", "plan", "judgement"]

    /// - Throws: ``FactProblem`` for an entry that is missing, wrong or unknown, or a promise that is not kept.
    package static func read(_ text: String, file: String) throws(FactProblem) -> Policy {
        let tree = try FactTree(file: file, text: text)
        try tree.allow(only: ["id", "title", "version", "source", "date", "promises"] + sections)
        let (clock, plan) = (try tree["clock"], try tree["plan"])
        let (signals, judgement) = (try tree["signals"], try tree["judgement"])
        try clock.allow(only: ["limitMonths", "earliestMonths"])
        try plan.allow(only: ["annexItemsAlways", "engagementNotBelowFull"])
        try judgement.allow(only: ["scale", "noLongerInadequateNeedsFull"])
        var promises: [PolicyPromise] = []
        for entry in try tree["promises"].list { promises.append(try entry.choice(of: PolicyPromise.self)) }
        let smallestShown = try signals["smallestShown"].sourcedPositive()
        let policy = Policy(
            id: try tree.id(namedAs: file), title: try tree["title"].text, version: try tree["version"].text,
            source: try tree["source"].text, date: try tree["date"].day, promises: promises,
            scope: try scope(try tree["scope"]), limitMonths: try clock["limitMonths"].sourcedPositive(),
            earliestMonths: try clock["earliestMonths"].sourcedOptional { tree throws(FactProblem) in
                try tree.positive
            },
            timing: try PolicyTiming.read(try tree["timing"]),
            signals: try PolicySignals.read(signals, smallestShown: smallestShown.value),
            smallestShown: smallestShown,
            annexItemsAlways: try plan["annexItemsAlways"].sourced { tree throws(FactProblem) in try tree.texts },
            engagementNotBelowFull: try plan["engagementNotBelowFull"].sourcedFlag(),
            scale: try judgement["scale"].sourced { tree throws(FactProblem) in
                try tree.choice(of: ReinspectionScale.self)
            },
            noLongerInadequateNeedsFull: try judgement["noLongerInadequateNeedsFull"].sourcedFlag(),
            generalValues: text.split(separator: "\n").count { $0.contains("confidence: general") })
        try check(policy, tree)
        return policy
    }

    private static func scope(_ tree: FactTree) throws(FactProblem) -> ScopeRules {
        try tree.allow(only: [
            "proportionate", "focusOnWeaknesses", "fullIfAllInadequate", "allInadequateMeans", "fullAtLimit",
            "deterioration", "alwaysListenedTo", "randomExtraArea",
        ])
        return ScopeRules(
            proportionate: try tree["proportionate"].sourcedFlag(),
            focusOnWeaknesses: try tree["focusOnWeaknesses"].sourcedFlag(),
            fullIfAllInadequate: try tree["fullIfAllInadequate"].sourcedFlag(),
            allInadequateMeans: try tree["allInadequateMeans"].sourced { tree throws(FactProblem) in
                try tree.choice(of: AllAreas.self)
            },
            fullAtLimit: try tree["fullAtLimit"].sourcedFlag(), deterioration: try tree["deterioration"].sourcedFlag(),
            alwaysListenedTo: try tree["alwaysListenedTo"].sourcedFlag(),
            randomExtraArea: try tree["randomExtraArea"].sourcedFlag())
    }

    private static func check(_ policy: Policy, _ tree: FactTree) throws(FactProblem) {
        for promise in policy.promises where !promise.isKept(by: policy) {
            let breach = promise.breach
            throw try tree[breach.section][breach.key].problem(breach.says, breach.remedy)
        }
        if policy.id == PolicyPromise.trust,
            let missing = PolicyPromise.allCases.first(where: { !policy.promises.contains($0) })
        {
            throw try tree["promises"].problem(
                "the Trust's policy promises \(missing.rawValue)", "Put it back, or give your own policy its own id.")
        }
        if policy.scope.proportionate.value, !policy.scope.focusOnWeaknesses.value {
            throw try tree["scope"]["focusOnWeaknesses"].problem(
                "a proportionate re-inspection needs something to focus on",
                "Write true, or write false for proportionate.")
        }
        if let earliest = policy.earliestMonths.value, earliest > policy.limitMonths.value {
            throw try tree["clock"]["earliestMonths"].problem(
                "the earliest return lies after the limit", "Write \(policy.limitMonths.value) or less, or null.")
        }
    }
}

extension FactTree {
    /// A sourced `true` or `false`.
    func sourcedFlag() throws(FactProblem) -> Sourced<Bool> {
        try sourced { tree throws(FactProblem) in try tree.flag }
    }

    /// A sourced whole number above 0.
    func sourcedPositive() throws(FactProblem) -> Sourced<Int> {
        try sourced { tree throws(FactProblem) in try tree.positive }
    }
}
