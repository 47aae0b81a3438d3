using AuthKit.Features.AuditLog;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the audit log to AuthKit.</summary>
public static class AuditLogExtensions
{
    /// <summary>
    /// Keeps what happens in a table, which nothing changes, and shows owners what happened to their accounts. The host reads it
    /// through <see cref="IAuditLog"/>. It is idempotent.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">What is to be other than by default.</param>
    public static AuthKitBuilder AddAuditLog(this AuthKitBuilder builder, Action<AuditLogOptions>? configure = null) => builder.AddAuditLogCore(configure).AddFeature(new AuditLogFeature());
}
