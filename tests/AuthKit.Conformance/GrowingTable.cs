using AuthKit.Records;

namespace AuthKit.Conformance;

/// <summary>A row of a feature that grows.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">Unique.</param>
/// <param name="Size">A number.</param>
/// <param name="Colour">Since version 2.</param>
internal sealed record Growing(Guid Id, string Name, int Size, string? Colour);

/// <summary>A feature's table as the release of one version describes it. The second adds a column with an index, and takes an index away.</summary>
internal sealed class GrowingTable
{
    public GrowingTable(int version)
    {
        Rows = new("kit_growing");
        Id = Rows.Id("id", static row => row.Id);
        var name = Rows.ExactText("name", 64, static row => row.Name);
        var size = Rows.Integer("size_of", static row => row.Size);
        Rows.KeyedBy(Id);
        ByName = Rows.UniqueBy(name);
        Rows.FoundBy(size, until: version < 2 ? null : 2);
        if (version >= 2)
            Rows.FoundBy(Colour = Rows.ExactTextOrNull("colour", 64, static row => row.Colour, since: 2), since: 2);
        Rows.ReadBy(row => new(row.Get(Id), row.Get(name), row.Get(size), Colour is null ? null : row.Get(Colour)));
        Schema = new("kit_growing", version, [Rows]);
    }

    public Schema Schema { get; }

    public Table<Growing> Rows { get; }

    public Column<Guid> Id { get; }

    public Column<string?>? Colour { get; }

    public TableIndex ByName { get; }
}
