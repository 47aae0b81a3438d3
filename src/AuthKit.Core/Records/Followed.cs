namespace AuthKit.Records;

/// <summary>What became of an update, and the row that the one read afterwards refers to.</summary>
/// <param name="Updated">What became of the update.</param>
/// <param name="Other">The row referred to, read after the update; null where there is none.</param>
public readonly record struct Followed<TRecord, TOther>(Updated<TRecord> Updated, TOther? Other)
    where TRecord : class
    where TOther : class;
