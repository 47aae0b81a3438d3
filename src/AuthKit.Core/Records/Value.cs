using System.Runtime.CompilerServices;

namespace AuthKit.Records;

/// <summary>A value of a column, without boxing. The default is null.</summary>
public readonly struct Value : IEquatable<Value>
{
    // Stands in the place of a reference where the value is in the bits.
    private static readonly object Scalar = new();

    private readonly object? _reference;
    private readonly Bits _bits;

    private Value(object? reference, Bits bits = default) => (_reference, _bits) = (reference, bits);

    /// <summary>Whether it is null.</summary>
    public bool IsNull => _reference is null;

    /// <summary>The value of a column of type <see cref="ColumnType.Id"/>.</summary>
    public Guid Id => Unsafe.BitCast<Bits, Guid>(_bits);

    /// <summary>The value of a column of type <see cref="ColumnType.Time"/>: UTC, whole microseconds.</summary>
    public DateTime Time => new(_bits.Low, DateTimeKind.Utc);

    /// <summary><see cref="Time"/> as microseconds since 1970.</summary>
    public long Microseconds => (_bits.Low - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The value of a column of text.</summary>
    public string Text => (string)_reference!;

    /// <summary>The value of a column of type <see cref="ColumnType.Binary"/>.</summary>
    public byte[] Binary => (byte[])_reference!;

    /// <summary>The value of a column of integers.</summary>
    public long Number => _bits.Low;

    /// <summary>The value of a column of type <see cref="ColumnType.Boolean"/>.</summary>
    public bool Boolean => _bits.Low != 0;

    internal static Value Of(Guid value) => new(Scalar, Unsafe.BitCast<Guid, Bits>(value));

    /// <summary>Cut to the microsecond here, once for all engines: they differ in whether they cut or round.</summary>
    internal static Value Of(DateTimeOffset value) => Of(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond));

    internal static Value Of(DateTimeOffset? value) => value is { } time ? Of(time) : default;

    internal static Value Of(string? value) => new(value);

    internal static Value Of(byte[]? value) => new(value);

    internal static Value Of(long value) => new(Scalar, new(value, 0));

    internal static Value Of(bool value) => Of(value ? 1L : 0L);

    /// <summary>The sum of two numbers.</summary>
    public static Value Sum(Value one, Value other) => Of(one.Number + other.Number);

    /// <summary>Whether two values of one column are the same; null equals nothing, not even null.</summary>
    public bool Equals(Value other) => (_reference, other._reference) switch
    {
        (null, _) or (_, null) => false,
        (byte[] one, byte[] two) => one.AsSpan().SequenceEqual(two),
        (string one, string two) => string.Equals(one, two, StringComparison.Ordinal),
        _ => _bits == other._bits,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _reference switch
    {
        byte[] { Length: var length } => length,
        string text => text.GetHashCode(StringComparison.Ordinal),
        _ => _bits.GetHashCode(),
    };

    private readonly record struct Bits(long Low, long High);
}
