namespace AuthKit.Records;

/// <summary>What became of an update.</summary>
/// <param name="Changed">The number of rows changed.</param>
/// <param name="Row">The row that was asked for as well, as it stands afterwards; null where there is none.</param>
/// <param name="Duplicate">The unique index that refused the update; null where none did.</param>
public readonly record struct Updated<TRecord>(int Changed, TRecord? Row = null, TableIndex? Duplicate = null) where TRecord : class;
