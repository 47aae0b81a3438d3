using AuthKit.Features.MyData;
using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the export and deletion of accounts without a web framework.</summary>
public static class MyDataCoreExtensions
{
    /// <summary>Adds the flows by which owners take their data along and have their accounts erased, and what they need. On ASP.NET Core call <c>AddMyData</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddMyDataCore(this AuthKitBuilder builder, Action<MyDataOptions>? configure = null)
    {
        var services = builder.Services;
        if (configure is not null)
            services.Configure<AuthKit.AuthKitOptions>(options => configure(options.MyData));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, DeletionMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKit.AuthKitOptions>, MyDataValidator>());
        return builder;
    }
}
