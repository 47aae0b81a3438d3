using Microsoft.Extensions.Options;

namespace AuthKit.Proofs;

/// <summary>
/// Whether a proof was made for the address that a request came to (<c>htu</c>, RFC 9449 §4.3). The origin is the issuer's, or one that the
/// host lists: what a sender says in the <c>Host</c> header would let a proof pass that was made for the sender's own server.
/// </summary>
internal sealed class ProofAddresses(IOptions<AuthKitOptions> options)
{
    private readonly string[] _bases = [.. Bases(options.Value)];

    /// <summary>Compares without query and fragment, after what RFC 3986 §6.2.2 and §6.2.3 call the same.</summary>
    public bool Fits(string address, string path)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var claimed) || claimed.UserInfo.Length > 0)
            return false;
        var sent = Normal(claimed);
        foreach (var origin in _bases)
        {
            if (Uri.TryCreate(origin + path, UriKind.Absolute, out var expected) && Normal(expected) == sent)
                return true;
        }

        return false;
    }

    // Behind a proxy that takes the issuer's path away, the app does not see it.
    private static IEnumerable<string> Bases(AuthKitOptions options)
    {
        foreach (var origin in options.OAuth.DPoP.Origins)
            yield return origin.TrimEnd('/');
        if (options.OAuth.MutualTls.Origin is { } alias)
            yield return alias.TrimEnd('/');
        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme is not ("http" or "https"))
            yield break;
        yield return issuer.GetLeftPart(UriPartial.Authority);
        if (issuer.AbsolutePath.Length > 1)
            yield return issuer.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    private static string Normal(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
