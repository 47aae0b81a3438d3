using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Features.AuditLog;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the audit log without a web framework.</summary>
public static class AuditLogCoreExtensions
{
    /// <summary>Adds the audit log, its flow and its table. On ASP.NET Core call <c>AddAuditLog</c> instead. It is idempotent.</summary>
    /// <param name="builder">What <c>AddAuthKitCore</c> returned.</param>
    /// <param name="configure">What is to be other than by default.</param>
    public static AuthKitBuilder AddAuditLogCore(this AuthKitBuilder builder, Action<AuditLogOptions>? configure = null)
    {
        var services = builder.Services;
        if (configure is not null)
            services.Configure<AuthKit.AuthKitOptions>(options => configure(options.AuditLog));
        services.TryAddSingleton<AuditEntries>();
        services.TryAddSingleton<IAuditLog, AuditLogReader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventRecorder, AuditRecorder>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountErasureListener, AuditErasure>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweepable, AuditSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKit.AuthKitOptions>, AuditLogValidator>());
        return builder.AddSchema(AuditLogSchema.Current);
    }
}
