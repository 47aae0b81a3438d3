using Microsoft.Data.SqlClient;

namespace AuthKit.SqlServer;

/// <summary>The server's error numbers.</summary>
internal static class SqlServerError
{
    public const int DuplicateIndex = 2601;
    public const int DuplicateConstraint = 2627;
    public const int Deadlock = 1205;

    private static readonly string? Driver = typeof(SqlException).Assembly.GetName().Name;

    public static bool Has(Exception exception, int number) =>
        exception is SqlException sql && sql.Errors.Cast<SqlError>().Any(error => error.Number == number);

    /// <summary>Whether the server says of itself, rather than of the statement, that something is wrong, or the driver that it has no server.</summary>
    public static bool SaysUnavailable(Exception exception) => exception switch
    {
        SqlException sql => sql.Class >= UnavailableErrors.Fatal || sql.Errors.Cast<SqlError>().Any(error => UnavailableErrors.Numbers.Contains(error.Number)),
        // What the driver throws where its pool is exhausted, or a connection breaks between two calls.
        InvalidOperationException => exception.Source == Driver,
        _ => false,
    };
}
