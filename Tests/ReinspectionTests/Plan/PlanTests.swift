import Concerns
import FactFiles
import Reinspection
import Testing

struct PlanTests {
    func plan(
        _ policy: String = Shipped.trust, code: String = "E08000028", asOf: String = "2015-12-01",
        baseline: Int? = nil, target: Int? = nil
    ) throws -> Plan {
        var brief = try TestBrief(code, asOf: asOf, policy: policy)
        brief.inputs = BriefInputs(
            statement: nil, baseline: baseline.map { EngagementBaseline(children: $0, how: "counted in 2015") },
            engagementTarget: target, seed: try .test(1))
        return try brief.make().forPlanner.plan
    }

    @Test func `papers on how children are listened to are always asked for under the Trust's policy`() throws {
        let items = Set(try plan().items.map(\.id))
        #expect(items.isSuperset(of: ["I13", "I14", "I15", "I16"]))
        #expect(!Set(try plan(Shipped.proposal).items.map(\.id)).contains("I13"))
    }

    @Test func `papers that a policy always wants are asked for, whatever the scope`() throws {
        let facts = try ReinspectionFacts(
            files: try Shipped.files(
                "policies/ofsted-2016-proposal.yaml", "annexItemsAlways: {value: []", "annexItemsAlways: {value: [I18]")
        )
        let brief = try TestBrief(policy: Shipped.proposal).make(with: facts)
        #expect(brief.forPlanner.plan.items.map(\.id).contains("I18"))
    }

    @Test func `the questions are those of the areas, and those on listening wherever they stand`() throws {
        let ids = Set(try plan().criteria.map(\.id))
        #expect(ids.isSuperset(of: ["HP1", "HP11", "LMG10", "CLA5", "CLA6", "CLA7", "CLA13", "CL10"]))
        #expect(
            Set(try plan(Shipped.proposal).criteria.map(\.id))
                == Set((1...11).map { "HP\($0)" } + (1...10).map { "LMG\($0)" }))
    }

    @Test func `a small scope takes less than a full inspection and never less than the minimum`() throws {
        let facts = try Shipped.facts()
        for framework in facts.frameworks {
            for row in framework.breadth {
                #expect(
                    row.weeks >= framework.minimum.weeks.value && row.inspectors >= framework.minimum.inspectors.value)
                #expect(row.weeks <= framework.full.weeks.value && row.inspectors <= framework.full.inspectors.value)
            }
        }
        let plan = try plan(Shipped.proposal)
        #expect((plan.weeks, plan.inspectors, plan.auditedCases) == (3, 4, 10))
        let weeks = try #require(plan.reductions.first { $0.what == .weeks })
        #expect((weeks.full, weeks.planned) == (4, 3))
        let full = try self.plan(Shipped.proposal, code: "E08000025", asOf: "2014-12-01")
        #expect((full.weeks, full.inspectors, full.fieldworkDays, full.auditedCases) == (4, 8, 10, 20))
        #expect(full.reductions.allSatisfy { $0.full == $0.planned })
    }

    @Test func `what must stay as in a full inspection stays, for every open case under every policy`() throws {
        let facts = try Shipped.facts()
        for policy in facts.policies.values {
            for (seed, day) in ["2015-12-01", "2017-06-01", "2019-06-01", "2023-06-01", "2026-08-22"].enumerated() {
                for open in facts.cases(asOf: try Day(day), policy: policy) {
                    let plan = try plan(policy.id, code: open.authority.code.description, asOf: day, baseline: 40)
                    #expect(plan.canBeApproved, "\(seed) \(open.id): \(plan.objections)")
                    #expect(plan.weeks >= 3 && plan.auditedCases >= 1)
                }
            }
        }
    }

    @Test(arguments: [
        (PlanInvariant.noFewerWeeks, 2, [2], 6, 1, 5), (.sameNotice, 3, [2], 6, 3, 5),
        (.sameWeeksOffSite, 3, [], 6, 1, 5),
        (.someCasesAudited, 3, [2], 0, 1, 5), (.sameAnnexDeadline, 3, [2], 6, 1, 10),
    ])
    func `each of the five is noticed when it is broken, and the other four are not blamed`(
        broken: PlanInvariant, weeks: Int, offSite: [Int], audited: Int, notice: Int, deadline: Int
    ) throws {
        let sif = try #require(try Shipped.facts().framework("sif-2013"))
        for invariant in PlanInvariant.allCases {
            let holds = invariant.holds(
                weeks: weeks, offSiteWeeks: offSite, auditedCases: audited, noticeWorkingDays: notice,
                annexDeadlineWorkingDays: deadline, under: sif)
            #expect(holds == (invariant != broken), "\(invariant)")
        }
    }

    @Test func `an unknown number of children is shown as unknown and keeps the Trust's plan from approval`() throws {
        let plan = try plan()
        #expect(plan.engagement == .unknown)
        #expect(plan.objections == [.engagementUnknown])
        #expect(try self.plan(Shipped.proposal).canBeApproved)
    }

    @Test func `no fewer children may be met than in a full inspection, whatever the scope`() throws {
        #expect(try plan(baseline: 60).canBeApproved)
        #expect(try plan(baseline: 60, target: 75).canBeApproved)
        #expect(try plan(baseline: 60, target: 59).objections == [.fewerChildren(target: 59, full: 60)])
        #expect(try plan(Shipped.proposal, baseline: 60, target: 59).canBeApproved)
    }

    @Test func `a part of the whole never finds an authority no longer inadequate under the Trust's policy`() throws {
        #expect(try plan().outcomes == [.continuesInadequate, .lookedAtHaveImproved])
        #expect(try plan().outcomes.allSatisfy { !$0.closesCase })
        #expect(
            try plan(code: "E08000025", asOf: "2014-12-01").outcomes == [.continuesInadequate, .noLongerInadequate])
        #expect(try plan(Shipped.proposal).outcomes == [.continuesInadequate, .noLongerInadequate])
        #expect(try plan(Shipped.outcome).outcomes == [])
    }
}
