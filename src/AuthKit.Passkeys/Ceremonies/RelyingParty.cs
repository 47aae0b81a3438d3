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

    public RelyingParty(PasskeyOptions options, IOptions<AuthKitOptions> authKit, IServiceProvider services)
    {
        var id = options.RelyingPartyId ?? new Uri(authKit.Value.Issuer).Host;
        Options = options;
        _configuration = new()
        {
            RPID = id,
            RPName = options.RelyingPartyName ?? id,
            Origins = OriginsOf(options, authKit.Value),
            Timeout = (uint)options.ChallengeLifetime.TotalMilliseconds,
        };
        // Cast: of the host's metadata service there may be none.
        Library = new Fido2(_configuration, services.GetService<IMetadataService>());
    }

    public PasskeyOptions Options { get; }

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

    public static IReadOnlySet<string> OriginsOf(PasskeyOptions options, AuthKitOptions authKit) =>
        new HashSet<string>([.. options.Origins.Count > 0 ? options.Origins : [new Uri(authKit.Issuer).GetLeftPart(UriPartial.Authority)], .. options.RelatedOrigins], StringComparer.Ordinal);

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
