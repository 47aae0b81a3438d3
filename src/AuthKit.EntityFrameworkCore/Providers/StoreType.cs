using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AuthKit.EntityFrameworkCore.Providers;

/// <summary>A column's type on one engine, as the engine's own adapter has it.</summary>
/// <param name="Name">The type.</param>
/// <param name="Collation">The collation, where it is not the database's.</param>
/// <param name="Converter">What carries the value, where the provider would do it otherwise.</param>
internal sealed record StoreType(string Name, string? Collation = null, ValueConverter? Converter = null);
