using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Refuses to start with what the FAPI 2.0 Security Profile rules out, where the host is held to it: one sentence for each thing, with what to write.</summary>
internal sealed class Fapi2Validator : IValidateOptions<AuthKitOptions>
{
    // §5.3.2.1.
    private static readonly TimeSpan LongestCode = TimeSpan.FromSeconds(60);

    // §5.3.2.2: less than this.
    private static readonly TimeSpan TooLongForPushed = TimeSpan.FromSeconds(600);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = options.OAuth.Profile switch
        {
            SecurityProfile.None => [],
            SecurityProfile.Fapi2 => [.. Server(options), .. options.Clients.SelectMany(Client)],
            _ => ["OAuth.Profile is None or Fapi2."],
        };
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Server(AuthKitOptions options)
    {
        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme != Uri.UriSchemeHttps)
            yield return $"Issuer is '{options.Issuer}', and OAuth.Profile Fapi2 wants an https address: write the one that clients know this host by, as https://auth.example.";
        if (options.OAuth.CodeLifetime > LongestCode)
            yield return "OAuth.CodeLifetime is over a minute, and OAuth.Profile Fapi2 allows no more: write 00:01:00, or leave it out.";
        if (options.OAuth.PushedRequestLifetime >= TooLongForPushed)
            yield return "OAuth.PushedRequestLifetime is 10 minutes or more, and OAuth.Profile Fapi2 wants less: write 00:09:00, or leave it out.";
        foreach (var algorithm in options.Tokens.SigningAlgorithms.Except(SecurityOffer.Of(SecurityProfile.Fapi2).ServerAlgorithms))
            yield return $"Tokens.SigningAlgorithms has '{algorithm}', and OAuth.Profile Fapi2 rules it out: leave '{SigningAlgorithms.Es256}' alone in it.";
        if (!options.Tokens.CheckSession)
            yield return "Tokens.CheckSession is off, and OAuth.Profile Fapi2 wants tokens that were revoked refused: write true, or leave it out.";
    }

    private static IEnumerable<string> Client(Client client) => Fapi2ClientRules.Broken(client).Select(broken => $"Clients: '{client.Id}' {broken.Sentence}");
}
