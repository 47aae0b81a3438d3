namespace AuthKit.Records;

/// <summary>Tables that are versioned together: AuthKit's own, or a feature's.</summary>
/// <remarks>
/// A version is a step that adds what says so by <see cref="Table.Since"/>, <see cref="Column.Since"/> and
/// <see cref="TableIndex.Since"/>. Steps that were released never change, and each only adds, so that nodes of the release
/// before go on working; an index may go (<see cref="TableIndex.Until"/>).
/// </remarks>
/// <param name="Name">The name that the database keeps the version under; an identifier.</param>
/// <param name="Version">The version that the tables describe, from 1.</param>
/// <param name="Tables">The tables.</param>
public sealed record Schema(string Name, int Version, IReadOnlyList<Table> Tables)
{
    /// <inheritdoc cref="Schema(string, int, IReadOnlyList{Table})" path="/param[@name='Name']"/>
    public string Name { get; } = Identifier.Checked(Name);
}
