using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;

namespace AuthKit.Records;

/// <summary>JSON of AuthKit's own records, read and written by reflection: in trimmed apps too, which keep nothing that nobody asks for.</summary>
internal static class ReflectedJson
{
    /// <summary>What of a record has to be kept.</summary>
    public const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Reflection, named: a trimmed app has none of its own accord.</summary>
    public static IJsonTypeInfoResolver Resolver { get; } = new DefaultJsonTypeInfoResolver();
}
