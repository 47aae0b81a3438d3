using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An import of accounts is done; the numbers are those of the runs before as well, where it was resumed.</summary>
/// <param name="Source">The name of where they come from.</param>
/// <param name="Taken">How many were taken in.</param>
/// <param name="AlreadyThere">How many were there already.</param>
/// <param name="Refused">How many were refused.</param>
public sealed record AccountsImported(string Source, long Taken, long AlreadyThere, long Refused) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.AccountsImported(Source, Tenant, Taken, AlreadyThere, Refused);
}
