using System.Collections.Frozen;
using System.Data.Common;
using System.Net.Sockets;
using AuthKit.Records;
using AuthKit.SqlServer;

namespace AuthKit.EntityFrameworkCore;

/// <summary>Turns any provider's exceptions into the ports' own.</summary>
internal static class ErrorTranslation
{
    // PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, AUTH, NOTADB: the file or its locks.
    private static readonly FrozenSet<int> SqliteUnavailable = new[] { 3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 23, 26 }.ToFrozenSet();

    /// <returns>Null where the exception is to go on as it is: a duplicate key, or a fault in the program.</returns>
    public static Exception? Translate(Exception exception, Type contextType, CancellationToken cancellationToken)
    {
        // EF Core and its execution strategies wrap what a driver throws, some of them twice.
        var causes = Causes(exception).ToArray();
        if (cancellationToken.IsCancellationRequested && causes.Any(static cause => cause is DbException))
            return new OperationCanceledException("The caller gave up.", exception, cancellationToken);
        // Drivers' messages name hosts and users, never passwords.
        return Array.Find(causes, IsUnavailable) is { } reason
            ? new StoreUnavailableException($"The database of {contextType.Name} is unavailable: {reason.Message}", exception)
            : null;
    }

    private static bool IsUnavailable(Exception cause) => cause switch
    {
        DbException { IsTransient: true } => true,
        // Classes of SQLSTATE (ISO/IEC 9075-2): no connection, refused, no such database, out of resources, shutting down, failing.
        DbException { SqlState.Length: 5 } error => error.SqlState[..2] is "08" or "28" or "3D" or "53" or "57" or "58" || error.SqlState is "25006",
        DbException error when CodeOf(error, "SqliteErrorCode") is { } code => SqliteUnavailable.Contains(code),
        DbException error when CodeOf(error, "Number") is { } number => CodeOf(error, "Class") >= UnavailableErrors.Fatal || UnavailableErrors.Numbers.Contains(number),
        // A pool that is exhausted.
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" } => true,
        _ => cause is SocketException or IOException or TimeoutException,
    };

    /// <summary>A code that a driver keeps in a property of its own exception; read by name, for the driver is the host's.</summary>
    private static int? CodeOf(DbException error, string property) =>
        error.GetType().GetProperty(property)?.GetValue(error) is { } code and (int or byte) ? Convert.ToInt32(code, null) : null;

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
