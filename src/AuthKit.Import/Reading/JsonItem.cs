using System.Text.Json;

namespace AuthKit.Import.Reading;

/// <summary>What stands in a JSON file where an account does.</summary>
/// <param name="Line">The line that it begins on.</param>
/// <param name="Value">The object, which lasts until the next is asked for; null where there is no object.</param>
/// <param name="EndsReading">Whether nothing behind it can be read.</param>
internal readonly record struct JsonItem(long Line, JsonElement? Value, bool EndsReading = false);
