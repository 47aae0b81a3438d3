namespace AuthKit.Relational;

/// <summary>A parameter of a statement.</summary>
internal readonly record struct SqlValue(string Name, SqlType Type, object? Value)
{
    public static SqlValue Id(string name, Guid value) => new(name, SqlType.Id, value);

    public static SqlValue Time(string name, DateTimeOffset? value) => new(name, SqlType.Time, value is { } time ? Microseconds.Of(time) : null);

    public static SqlValue Text(string name, string? value) => new(name, SqlType.Text, value);

    public static SqlValue Exact(string name, string? value) => new(name, SqlType.ExactText, value);

    public static SqlValue Binary(string name, byte[]? value) => new(name, SqlType.Binary, value);

    public static SqlValue Integer(string name, int value) => new(name, SqlType.Integer, value);

    public static SqlValue BigInteger(string name, long value) => new(name, SqlType.BigInteger, value);

    public static SqlValue Boolean(string name, bool value) => new(name, SqlType.Boolean, value);
}
