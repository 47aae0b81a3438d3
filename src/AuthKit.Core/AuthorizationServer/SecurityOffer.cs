using AuthKit.AuthorizationServer.Clients;
using AuthKit.Proofs;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>What of all that there is a security profile lets a server take and make.</summary>
public sealed class SecurityOffer
{
    private static readonly SecurityOffer All = new()
    {
        AuthenticationMethods =
        [
            ClientAuthenticationMethods.ClientSecretBasic, ClientAuthenticationMethods.ClientSecretPost, ClientAuthenticationMethods.PrivateKeyJwt,
            ClientAuthenticationMethods.TlsClientAuth, ClientAuthenticationMethods.SelfSignedTlsClientAuth, ClientAuthenticationMethods.None,
        ],
        ResponseTypes = Clients.ResponseTypes.All,
        ClientAlgorithms = ClientAuthenticationMethods.AssertionAlgorithms,
        ProofAlgorithms = DPoPOptions.Algorithms,
        ServerAlgorithms = [SigningAlgorithms.Rs256, SigningAlgorithms.Es256],
    };

    private static readonly SecurityOffer OfFapi2 = new()
    {
        // FAPI 2.0 Security Profile §5.3.2.1.
        AuthenticationMethods = [ClientAuthenticationMethods.PrivateKeyJwt, ClientAuthenticationMethods.TlsClientAuth, ClientAuthenticationMethods.SelfSignedTlsClientAuth],
        // §5.3.2.2.
        ResponseTypes = [Clients.ResponseTypes.Code],
        // §5.4.1, of what there is here.
        ClientAlgorithms = ["ES256", "PS256"],
        ProofAlgorithms = ["ES256", "PS256"],
        ServerAlgorithms = [SigningAlgorithms.Es256],
    };

    private SecurityOffer()
    {
    }

    /// <summary>How clients may prove who they are, of <see cref="ClientAuthenticationMethods"/>.</summary>
    public required IReadOnlyList<string> AuthenticationMethods { get; init; }

    /// <summary>What authorization requests may ask for, of <see cref="Clients.ResponseTypes"/>.</summary>
    public required IReadOnlyList<string> ResponseTypes { get; init; }

    /// <summary>What clients may sign their assertions and requests with.</summary>
    public required IReadOnlyList<string> ClientAlgorithms { get; init; }

    /// <summary>What they may sign their proofs of possession with.</summary>
    public required IReadOnlyList<string> ProofAlgorithms { get; init; }

    /// <summary>What the server may sign with, of <see cref="SigningAlgorithms"/>.</summary>
    public required IReadOnlyList<string> ServerAlgorithms { get; init; }

    /// <summary>What there is under a profile.</summary>
    public static SecurityOffer Of(SecurityProfile profile) => profile is SecurityProfile.Fapi2 ? OfFapi2 : All;

    /// <summary>What the server signs with where another algorithm is usual: that one, or where it may not, one that it may.</summary>
    public string AlgorithmFor(string usual) => ServerAlgorithms.Contains(usual) ? usual : ServerAlgorithms[0];
}
