namespace AuthKit.EntityFrameworkCore.Types;

/// <summary>An engine's column types.</summary>
internal abstract class ColumnTypes
{
    public abstract ColumnType Id { get; }

    public abstract ColumnType Time { get; }

    public abstract ColumnType Integer { get; }

    public abstract ColumnType BigInteger { get; }

    public abstract ColumnType Boolean { get; }

    public abstract ColumnType Binary(int length);

    /// <summary>Text that is stored and shown, never compared.</summary>
    public abstract ColumnType Text(int length);

    /// <summary>Text that is compared: by code point, whatever collation the host's database has.</summary>
    public abstract ColumnType ExactText(int length);

    public static ColumnTypes Of(string? provider) => provider switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => new PostgreSqlTypes(),
        _ => throw new NotSupportedException($"AuthKit does not know the columns of {provider}. It knows Npgsql.EntityFrameworkCore.PostgreSQL."),
    };
}
