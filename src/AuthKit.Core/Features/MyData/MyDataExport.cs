using System.Text.Json.Nodes;

namespace AuthKit.Features.MyData;

/// <summary>Everything that is kept of a person, without hashes and other secrets: documented by <c>docs/my-data.schema.json</c>.</summary>
/// <param name="ExportedAt">When it was read.</param>
/// <param name="Account">The account itself: values by the names of its table's columns, and where it lives.</param>
/// <param name="Tables">What belongs to it, by the names of tables: rows, each with its values by the names of columns.</param>
/// <param name="Truncated">The tables that have more rows of the account than <see cref="MaxRows"/>.</param>
public sealed record MyDataExport(DateTimeOffset ExportedAt, JsonObject Account, JsonObject Tables, IReadOnlyList<string> Truncated)
{
    /// <summary>What the document says that it is.</summary>
    public const string Format = "authkit-my-data";

    /// <summary>The version of its shape.</summary>
    public const int Version = 1;

    /// <summary>The most rows of one table.</summary>
    public const int MaxRows = 10_000;
}
