using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>Turns drivers' exceptions into the ports' own.</summary>
internal static class ErrorTranslation
{
    /// <returns>Null where the exception is to go on as it is: a duplicate key, or a fault in the program.</returns>
    public static Exception? Translate(this SqlDialect dialect, Exception exception, CancellationToken cancellationToken)
    {
        // Some drivers report a cancelled command as an error of the server's.
        if (exception is DbException && cancellationToken.IsCancellationRequested)
            return new OperationCanceledException("The caller gave up.", exception, cancellationToken);
        // Drivers' messages name hosts and users, never passwords.
        return dialect.IsUnavailable(exception)
            ? new StoreUnavailableException($"The {dialect.Name} database is unavailable: {exception.Message}", exception)
            : null;
    }
}
