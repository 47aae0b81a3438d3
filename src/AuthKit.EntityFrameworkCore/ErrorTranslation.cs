using System.Data.Common;
using System.Net.Sockets;
using AuthKit.Records;

namespace AuthKit.EntityFrameworkCore;

/// <summary>Turns any provider's exceptions into the ports' own.</summary>
internal static class ErrorTranslation
{
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

    /// <summary>Classes of SQLSTATE (ISO/IEC 9075-2): no connection, refused, no such database, out of resources, shutting down, failing.</summary>
    private static bool IsUnavailable(Exception cause) => cause switch
    {
        DbException { IsTransient: true } => true,
        DbException { SqlState.Length: 5 } error => error.SqlState[..2] is "08" or "28" or "3D" or "53" or "57" or "58" || error.SqlState is "25006",
        _ => cause is SocketException or IOException or TimeoutException,
    };

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
