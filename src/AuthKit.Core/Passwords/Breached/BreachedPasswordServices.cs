using AuthKit.Networking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuthKit.Passwords.Breached;

/// <summary>What finds breached passwords, where the host's options have it do so.</summary>
internal static class BreachedPasswordServices
{
    public static void AddBreachedPasswordCorpora(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, BreachedPasswordValidator>());
        // The file first: what is found there is asked of nobody.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBreachedPasswords, BreachedPasswordFiles>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IBreachedPasswords, BreachedPasswordRanges>());
        services.TryAddSingleton<NewPasswords>();
        services.AddHttpClient(BreachedPasswordRanges.HttpClientName)
            // The client's own bound is on all of it, and by the clock that everything else goes by.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static provider => new GuardedConnector(
                provider.GetRequiredService<IHostResolver>(),
                provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Passwords.Breached.AllowPrivateNetwork).CreateHandler())
            .RemoveAllLoggers();
    }
}
