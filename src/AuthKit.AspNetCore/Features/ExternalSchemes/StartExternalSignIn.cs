using System.Buffers.Text;
using AuthKit.Tenants;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Begins a sign-in through another provider, for a client that has a browser go there.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="ReturnAddress">Where the browser comes back to, of <see cref="ExternalSchemeOptions.ReturnAddresses"/>.</param>
/// <param name="CodeChallenge">The SHA-256 of the client's verifier, in base64url (RFC 7636 §4.2).</param>
/// <param name="State">What comes back with the code as it was, at most 512 characters.</param>
internal sealed record StartExternalSignIn(string? Provider, string? ReturnAddress, string? CodeChallenge, string? State) : Command
{
    public const string ReturnAddressField = "returnAddress";

    private const int ChallengeLength = 43;
    private const int LongestState = 512;

    /// <summary>What of it cannot be: it is asked here, and once more where the browser comes to.</summary>
    public IEnumerable<BrokenRule> Check(KnownSchemes known, ExternalSchemeOptions options)
    {
        if (known.Of(Provider) is null)
            yield return new(Field.Provider, string.IsNullOrEmpty(Provider) ? Rule.Required : Rule.Unknown);
        if (ReturnAddress is null || !options.ReturnAddresses.Contains(ReturnAddress))
            yield return new(ReturnAddressField, string.IsNullOrEmpty(ReturnAddress) ? Rule.Required : Rule.Unknown);
        if (CodeChallenge is not { Length: ChallengeLength } challenge || !challenge.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || !Base64Url.IsValid(challenge))
            yield return new(Field.CodeChallenge, string.IsNullOrEmpty(CodeChallenge) ? Rule.Required : Rule.Unknown);
        if (State is { Length: > LongestState })
            yield return new(Field.State, Rule.TooLong, LongestState);
        else if (State?.Any(static c => c is < ' ' or > '~') is true)
            yield return new(Field.State, Rule.Characters);
    }
}

/// <summary>Where the client has its browser go.</summary>
/// <param name="Address">The page; relative to this server where the issuer is no address.</param>
internal sealed record ExternalStart(string Address)
{
    public static ExternalStart Of(ExternalStart start) => start;
}

internal sealed class StartExternalSignInFlow(KnownSchemes known, IOptions<ExternalSchemeOptions> schemes, IOptions<AuthKitOptions> options) : IFlow<StartExternalSignIn, ExternalStart>
{
    public Task<Outcome<ExternalStart>> RunAsync(StartExternalSignIn command, FlowContext context, CancellationToken cancellationToken)
    {
        BrokenRule[] broken = [.. command.Check(known, schemes.Value)];
        // Told before anybody goes to the provider and comes back for nothing.
        if (broken.Length == 0 && context.TenantHint is not (null or Tenant.Home))
            return Task.FromResult<Outcome<ExternalStart>>(ExternalSchemeFaults.TenantNamed);
        return Task.FromResult<Outcome<ExternalStart>>(broken.Length > 0 ? new Failure(Fault.Invalid, broken) : new ExternalStart(AddressOf(command)));
    }

    private string AddressOf(StartExternalSignIn command)
    {
        var root = options.Value.Issuer.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? options.Value.Issuer.TrimEnd('/') : "";
        return QueryHelpers.AddQueryString($"{root}{ExternalStartPage.Address}", new Dictionary<string, string?>
        {
            [ExternalStartPage.Provider] = command.Provider,
            [ExternalStartPage.ReturnAddress] = command.ReturnAddress,
            [ExternalStartPage.CodeChallenge] = command.CodeChallenge,
            [ExternalStartPage.State] = command.State,
        });
    }
}
