using AuthKit.Passkeys.Storage;
using Fido2NetLib;
using Fido2NetLib.Objects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>What this host is to authenticators, and what it asks of them.</summary>
internal sealed class RelyingParty
{
    private readonly Fido2Configuration _configuration;
    private readonly string[] _origins;

    public RelyingParty(PasskeyOptions options, IOptions<AuthKitOptions> authKit, IServiceProvider services)
    {
        var id = options.RelyingPartyId ?? new Uri(authKit.Value.Issuer).Host;
        Options = options;
        _origins = [.. OriginsOf(options, authKit.Value)];
        _configuration = new()
        {
            RPID = id,
            RPName = options.RelyingPartyName ?? id,
            Origins = new HashSet<string>(_origins, StringComparer.Ordinal),
            Timeout = (uint)options.ChallengeLifetime.TotalMilliseconds,
        };
        Library = new Fido2(_configuration, services.GetService<IMetadataService>());
    }

    public PasskeyOptions Options { get; }

    /// <summary>The origins of web pages that may use passkeys, the relying party's own first.</summary>
    public IEnumerable<string> WebOrigins => _origins.Where(static origin => origin.StartsWith("http", StringComparison.Ordinal));

    /// <summary>What checks ceremonies, once what came has been found to be of a size and shape that it can be given.</summary>
    public IFido2 Library { get; }

    /// <summary>What makes a passkey for an account.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="user">Whom the authenticator keeps it for.</param>
    /// <param name="existing">Those that the account has: an authenticator that has one of them makes no other.</param>
    public CredentialCreateOptions Creating(byte[] challenge, Fido2User user, IReadOnlyList<Passkey> existing) => CredentialCreateOptions.Create(
        _configuration,
        challenge,
        user,
        new() { ResidentKey = ResidentKeyRequirement.Required, UserVerification = UserVerification },
        Options.Attestation is PasskeyAttestation.None ? AttestationConveyancePreference.None : AttestationConveyancePreference.Direct,
        [.. existing.Select(Described)],
        extensions: null!,
        [.. Options.Algorithms.Select(Parameter)]);

    /// <summary>What signs in: any passkey of this relying party's, or one of those that an account has.</summary>
    public AssertionOptions Asserting(byte[] challenge, IReadOnlyList<Passkey> allowed) =>
        AssertionOptions.Create(_configuration, challenge, [.. allowed.Select(Described)], UserVerification, extensions: null!);

    public static IEnumerable<string> OriginsOf(PasskeyOptions options, AuthKitOptions authKit) =>
        [.. options.Origins.Count > 0 ? options.Origins : [new Uri(authKit.Issuer).GetLeftPart(UriPartial.Authority)], .. options.RelatedOrigins];

    private UserVerificationRequirement UserVerification =>
        Options.UserVerification is PasskeyUserVerification.Required ? UserVerificationRequirement.Required : UserVerificationRequirement.Preferred;

    private static PublicKeyCredentialDescriptor Described(Passkey passkey) => new(PublicKeyCredentialType.PublicKey, passkey.CredentialId, PasskeyTransports.Known(passkey.Transports));

    private static PubKeyCredParam Parameter(PasskeyAlgorithm algorithm) => algorithm switch
    {
        PasskeyAlgorithm.EdDsa => PubKeyCredParam.Ed25519,
        PasskeyAlgorithm.Rs256 => PubKeyCredParam.RS256,
        _ => PubKeyCredParam.ES256,
    };
}
