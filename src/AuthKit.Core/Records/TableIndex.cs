namespace AuthKit.Records;

/// <summary>Columns that rows are found by.</summary>
/// <param name="Name">The name in the database.</param>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Unique">Whether no two rows have the same values. Any number of rows may have a null among them.</param>
/// <param name="Since">The version of the schema that adds it.</param>
/// <param name="Until">The version that takes it away again; null for none.</param>
public sealed record TableIndex(string Name, Column[] Columns, bool Unique, int Since, int? Until = null)
{
    /// <inheritdoc/>
    public bool Equals(TableIndex? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
