using System.Text.Json;
using AuthKit.Features.Import;

namespace AuthKit.Import.Reading;

/// <summary>The members of a JSON object; what is no text is as it is written.</summary>
internal sealed class JsonFields(JsonElement item, AccountFormatOptions options) : SourceFields(options)
{
    protected override string? Find(string name)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                return member.Value.ValueKind switch
                {
                    JsonValueKind.Null => null,
                    JsonValueKind.String => member.Value.GetString(),
                    _ => member.Value.GetRawText(),
                };
        }

        return null;
    }
}
