internal import Concerns

/// The key of a moderated concern: its week of arrival times 2^32, and a random part.
///
/// Going through the keys backwards is going from the newest week to the oldest, without sorting, and tells nothing finer.
enum SearchKey {
    static func least(in week: Week) -> Int64 { Int64(week.number) << 32 }

    static func greatest(in week: Week) -> Int64 { least(in: week) | Int64(UInt32.max) }
}
