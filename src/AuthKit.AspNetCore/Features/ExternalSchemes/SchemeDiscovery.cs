using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Finds, before the first request, the schemes that people sign in through; the host does not start with one that cannot work.</summary>
internal sealed class SchemeDiscovery(IServiceProvider services, IAuthenticationSchemeProvider schemes, SeenSchemes seen, KnownSchemes known, IOptions<ExternalSchemeOptions> options) : IHostedService
{
    private const int LongestProvider = 64;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        List<KnownScheme> found = [];
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var handlers = scope.ServiceProvider.GetRequiredService<IAuthenticationHandlerProvider>();
        foreach (var scheme in await schemes.GetAllSchemesAsync())
        {
            if (!IsRemote(scheme))
                continue;
            // Its options are read and checked for it.
            await handlers.GetHandlerAsync(http, scheme.Name);
            if (seen.Find(scheme.Name) is { } remote)
                found.Add(Describe(scheme, remote));
        }

        if (Check(found).ToArray() is [_, ..] errors)
            throw new OptionsValidationException(nameof(ExternalSchemeOptions), typeof(ExternalSchemeOptions), errors.Select(static error => $"ExternalSchemes: {error}"));
        known.All = found;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether a scheme sends browsers to another server, which sends them back.</summary>
    public static bool IsRemote(AuthenticationScheme scheme) => IsRemote(scheme.HandlerType);

    public static bool IsRemote(Type? handler) => typeof(IAuthenticationRequestHandler).IsAssignableFrom(handler);

    private KnownScheme Describe(AuthenticationScheme scheme, RemoteAuthenticationOptions remote)
    {
        var settings = options.Value.Of(scheme.Name);
        if (HandlerSettings.Find(remote, "ResponseType") is string type && type != "code")
            throw Refuse($"the scheme '{scheme.Name}' has the response type '{type}'; set ResponseType to \"code\".");
        if (HandlerSettings.Find(remote, "UsePkce") is false)
            throw Refuse($"the scheme '{scheme.Name}' goes without PKCE; set UsePkce to true.");
        if (HandlerSettings.Find(remote, "AuthenticationMethod")?.ToString() == "FormPost")
            throw Refuse($"the scheme '{scheme.Name}' begins by a form; set AuthenticationMethod to RedirectGet.");
        return new(scheme.Name, settings.Provider ?? scheme.Name, settings.DisplayName ?? scheme.DisplayName ?? scheme.Name, settings);
    }

    private IEnumerable<string> Check(List<KnownScheme> found)
    {
        if (found.Count == 0)
            yield return "no remote scheme is there; add one to builder.Services.AddAuthentication(), as AddGoogle or AddOpenIdConnect do, without a SignInScheme of its own.";
        foreach (var unknown in options.Value.Schemes.Keys.Where(name => found.All(scheme => scheme.Name != name)))
            yield return $"there is no scheme '{unknown}'; those that are there are {string.Join(", ", found.Select(static scheme => $"'{scheme.Name}'"))}.";
        foreach (var scheme in found.Where(static scheme => scheme.Provider.Length is 0 or > LongestProvider))
            yield return $"Provider of '{scheme.Name}' has 1 to {LongestProvider} characters.";
        foreach (var twice in found.GroupBy(static scheme => scheme.Provider).Where(static group => group.Count() > 1))
            yield return $"{string.Join(" and ", twice.Select(static scheme => $"'{scheme.Name}'"))} have one Provider, '{twice.Key}'; an identity at one would be taken for one at the other.";
        foreach (var (name, domain) in found.SelectMany(static scheme => scheme.Settings.Authoritative, static (scheme, domain) => (scheme.Name, domain)).Where(static named => !IsDomain(named.domain)))
            yield return $"Authoritative of '{name}' names '{domain}', which is no domain; write example.com.";
        foreach (var address in options.Value.ReturnAddresses.Where(static address => !ReturnAddress.IsAcceptable(address)))
            yield return $"ReturnAddresses: '{address}' is not where a browser may be sent; write an https address without fragment, http on the loopback interface, or an app's own scheme with a dot.";
    }

    private static bool IsDomain(string domain) => domain.Contains('.', StringComparison.Ordinal) && !domain.Contains('@', StringComparison.Ordinal) && Uri.CheckHostName(domain) is UriHostNameType.Dns;

    private static OptionsValidationException Refuse(string error) => new(nameof(ExternalSchemeOptions), typeof(ExternalSchemeOptions), [$"ExternalSchemes: {error}"]);
}
