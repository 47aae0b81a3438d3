using AuthKit.Features.Import;
using CsvHelper;

namespace AuthKit.Import.Reading;

/// <summary>The fields of the record that a CSV reader stands at.</summary>
internal sealed class CsvFields(CsvReader csv, AccountFormatOptions options) : SourceFields(options)
{
    protected override string? Find(string name) => csv.TryGetFieldIndex(name, out var index) && index < csv.FieldCount ? csv.GetString(index) : null;
}
