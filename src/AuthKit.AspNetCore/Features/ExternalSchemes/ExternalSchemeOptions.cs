namespace AuthKit.Features.ExternalSchemes;

/// <summary>How people sign in through the remote authentication schemes that the host has added.</summary>
public sealed class ExternalSchemeOptions
{
    private readonly Dictionary<string, ExternalScheme> _schemes = new(StringComparer.Ordinal);

    /// <summary>
    /// Where a browser may be sent back to that signs in for one of the contracts' clients, compared to the letter: https, http on the loopback
    /// interface, or the private scheme of an app, as <c>com.example.app:/signed-in</c>.
    /// </summary>
    /// <value>Default: none, so that people sign in through others on the authorization server's pages alone.</value>
    public IList<string> ReturnAddresses { get; } = [];

    /// <summary>What the host says of a scheme.</summary>
    /// <param name="scheme">The scheme's name, as it was added: <c>Google</c> where <c>AddGoogle</c> was not told another.</param>
    public ExternalScheme this[string scheme]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(scheme);
            if (!_schemes.TryGetValue(scheme, out var known))
                _schemes[scheme] = known = new();
            return known;
        }
    }

    internal IReadOnlyDictionary<string, ExternalScheme> Schemes => _schemes;

    internal ExternalScheme Of(string scheme) => _schemes.GetValueOrDefault(scheme) ?? new();
}
