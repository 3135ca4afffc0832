import Concerns

/// How much more than Poisson counts scatter from one stretch of weeks to the next.
enum Dispersion {
    /// Pearson's statistic by its degrees of freedom, summed over places (McCullagh and Nelder, section 4.5); 1 to 5.
    ///
    /// For each place it is that of the table of areas by past stretches: what raises all areas together is in the table's
    /// margins, and so is no scatter.
    static func of(_ places: [Int], in tally: VoiceTally, _ stretches: Stretches) -> Double {
        let blocks = stretches.pastBlocks
        var statistic = 0.0
        var freedom = 0
        for place in places {
            let table = VoiceTally.areas.indices.map { area in
                blocks.map { Double(tally.voices(place: place, area: area, in: $0)) }
            }
            let rows = table.map { $0.reduce(0, +) }
            let columns = blocks.indices.map { block in table.reduce(0) { $0 + $1[block] } }
            let total = rows.reduce(0, +)
            guard total > 0 else { continue }
            for (row, cells) in zip(rows, table) where row > 0 {
                for (column, cell) in zip(columns, cells) where column > 0 {
                    let expected = row * column / total
                    statistic += (cell - expected) * (cell - expected) / expected
                }
            }
            freedom += (rows.count { $0 > 0 } - 1) * (columns.count { $0 > 0 } - 1)
        }
        return freedom == 0 ? 1 : min(max(statistic / Double(freedom), 1), 5)
    }
}
