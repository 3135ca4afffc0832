import Concerns

/// One message as the linear model sees it: words and what the rules say of them.
struct WeighedMessage {
    let features: MessageFeatures

    init(
        _ reading: Reading, urgency: UrgencyReading, areas: AreaReading, meanings: Meanings, channel: Channel
    ) {
        var features = MessageFeatures(reading, meanings: meanings)
        features.add(rules: urgency.spoken)
        features.add(rules: areas.spoken)
        let words = reading.words.count
        let length = [3, 6, 12, 25, 50, 100, 200].filter { words >= $0 }.count
        features.add(rules: ["length \(length)", "channel \(channel.rawValue)"], kind: .shape)
        self.features = features
    }
}
