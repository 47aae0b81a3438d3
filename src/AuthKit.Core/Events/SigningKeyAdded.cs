using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A key was added to the ring, as its predecessor's successor or as the first of its algorithm.</summary>
/// <param name="KeyId">The <c>kid</c> of what it signs.</param>
/// <param name="Algorithm">What it signs with, of <see cref="Tokens.SigningAlgorithms"/>.</param>
/// <param name="From">When it begins to sign.</param>
/// <param name="Until">When it ceases to.</param>
public sealed record SigningKeyAdded(string KeyId, string Algorithm, DateTimeOffset From, DateTimeOffset Until) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SigningKeyAdded(KeyId, Algorithm, From, Until);
}
