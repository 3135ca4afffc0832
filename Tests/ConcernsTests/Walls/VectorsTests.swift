import TestSupport
import Testing

struct VectorsTests {
    /// They stay with the weights, which an object holds and nothing awaits.
    ///
    /// One of 64 bytes that lives across an `await` has memory beside its async frame overwritten in release builds of
    /// Swift 6.3.1.
    @Test func `vectors stand only where nothing awaits`() throws {
        let sources = try Project.texts(under: "Sources", endings: [".swift"])
        let withVectors = sources.filter { $0.value.contains("SIMD") }
        #expect(withVectors.count > 1)
        for (path, text) in withVectors {
            #expect(path.hasPrefix("Triage/Weights/") || path.hasPrefix("Triage/Names/"), "\(path) names a vector")
            #expect(!text.contains("async"), "\(path) may hold one across an await")
        }
        let weights = try #require(sources["Triage/Weights/TriageWeights.swift"])
        #expect(weights.contains("final class TriageWeights"))
    }
}
