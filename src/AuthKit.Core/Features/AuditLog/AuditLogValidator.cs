using Microsoft.Extensions.Options;

namespace AuthKit.Features.AuditLog;

/// <summary>Refuses to start with a log that would forget at once, or whose age cannot be reckoned.</summary>
internal sealed class AuditLogValidator : IValidateOptions<AuthKitOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36525);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options) =>
        options.AuditLog.Retention >= Shortest && options.AuditLog.Retention <= Longest
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("AuditLog.Retention is a day to 36525 days (100 years).");
}
