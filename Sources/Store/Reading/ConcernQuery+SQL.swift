internal import Concerns
internal import GRDB

extension ConcernQuery {
    /// The rows that answer, or nil when the words hold nothing that can be searched for.
    ///
    /// They come by search key, which is by week of arrival: no sorting of everything, whatever the word.
    var rows: SQLRequest<Row>? {
        guard let (source, key, conditions) = parts else { return nil }
        return """
            SELECT moderated.concern, authority, week, urgency, teller, moderated.text,
                (SELECT group_concat(area, ' ') FROM moderatedArea WHERE moderatedArea.concern = moderated.concern) AS areas
            FROM \(source) WHERE \(conditions.joined(operator: .and))
            ORDER BY \(key) DESC LIMIT \(limit) OFFSET \(offset)
            """
    }

    /// How many rows there are on all pages together.
    var count: SQLRequest<Int>? {
        guard let (source, _, conditions) = parts else { return nil }
        return "SELECT count(*) FROM \(source) WHERE \(conditions.joined(operator: .and))"
    }

    /// Where the rows come from, the search key as that source holds it, and what the rows must meet.
    private var parts: (source: SQL, key: SQL, conditions: [SQL])? {
        var source: SQL = "moderated"
        var key: SQL = "moderated.searchKey"
        var conditions: [SQL] = ["moderated.text IS NOT NULL"]
        if let words, !words.allSatisfy(\.isWhitespace) {
            guard let pattern = FTS5Pattern(matchingAllPrefixesIn: words) else { return nil }
            source = "moderatedText JOIN moderated ON moderated.searchKey = moderatedText.rowid"
            // The index gives its rows in this order by itself; by the other table's key they would be sorted.
            key = "moderatedText.rowid"
            conditions.append("moderatedText MATCH \(pattern)")
        }
        if !authorities.isEmpty { conditions.append("authority IN \(authorities.map(\.description).sorted())") }
        if let area {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM moderatedArea
                    WHERE moderatedArea.concern = moderated.concern AND area = \(area.rawValue))
                """)
        }
        if let from { conditions.append("\(key) >= \(SearchKey.least(in: from))") }
        if let through { conditions.append("\(key) <= \(SearchKey.greatest(in: through))") }
        return (source, key, conditions)
    }
}
