using AuthKit.Records;

namespace AuthKit.Conformance;

/// <summary>The tables that <see cref="RecordsKit{TEngine}"/> works on.</summary>
public static class KitSchema
{
    /// <summary>The schema, for an engine whose tables somebody else makes.</summary>
    public static Schema Current { get; } = new("kit", 1, [SpecimenTable.Rows, PairTable.Rows]);
}
