using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>The options of remote schemes that sign in to AuthKit's cookie, as they were read last.</summary>
internal sealed class SeenSchemes
{
    private readonly ConcurrentDictionary<string, RemoteAuthenticationOptions> _options = new(StringComparer.Ordinal);

    public void Add(string scheme, RemoteAuthenticationOptions options) => _options[scheme] = options;

    public RemoteAuthenticationOptions? Find(string scheme) => _options.GetValueOrDefault(scheme);
}
