using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Clients.Documents;
using AuthKit.Databases;
using AuthKit.Events;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Registers a client (RFC 7591 §3.1).</summary>
/// <param name="InitialAccessToken">One of <see cref="OAuthOptions.InitialAccessTokens"/>; nobody needs one where <see cref="OAuthOptions.OpenRegistration"/> is on.</param>
/// <param name="Metadata">What it says of itself.</param>
public sealed record RegisterClient(string? InitialAccessToken, ClientMetadata Metadata) : Command
{
    /// <summary>The names of the members that it sent with a value: those that are known and not supported are refused.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Whether the client chooses its id, and its secret where it is to have one, itself, as <c>OAuthContract</c> documents it.</summary>
    public bool ChoosesCredentials { get; init; }

    /// <summary>The id that it chooses: visible ASCII (RFC 6749 appendix A.1).</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret that it chooses, at least 8 characters of printable ASCII (RFC 6749 appendix A.2), kept under a slow hash where it has fewer than 32; without one it is a public client.</summary>
    public string? ClientSecret { get; init; }
}

/// <summary>A registered client (RFC 7591 §3.2.1).</summary>
/// <param name="ClientId">Its id.</param>
/// <param name="ClientSecret">Its secret, shown this once; null where it has none.</param>
/// <param name="CreatedAt">When it registered.</param>
/// <param name="Metadata">Its registration, with what it left open filled in.</param>
public sealed record RegisteredClient(string ClientId, string? ClientSecret, DateTimeOffset CreatedAt, ClientMetadata Metadata)
{
    /// <summary>The token with which it reads and changes its registration (RFC 7592 §3); null for one that chose its own id.</summary>
    public string? RegistrationToken { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(RegisteredClient);
}

internal sealed class RegisterClientFlow(ClientRules rules, SectorIdentifiers sectors, ClientRegistry registry, ClientSecrets secrets, SecretLifetimes lifetimes, HomeDatabase home, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<RegisterClient, RegisteredClient>
{
    private readonly byte[][] _tokens = [.. options.Value.OAuth.InitialAccessTokens.Select(Hash)];

    public async Task<Outcome<RegisteredClient>> RunAsync(RegisterClient command, FlowContext context, CancellationToken cancellationToken)
    {
        if (Refused(command.InitialAccessToken) is { } refused)
        {
            if (refused == Fault.InvalidToken)
                await events.RaiseAsync(context, new TokenRefused(TokenKinds.InitialAccess, TokenRefusals.Invalid), cancellationToken);
            return refused;
        }

        BrokenRule[] broken = [.. Check(command)];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        var asked = command is { ChoosesCredentials: true, Metadata: { Jwks: null, JwksUri: null } } && string.IsNullOrEmpty(command.ClientSecret)
            ? command.Metadata with { AuthenticationMethod = ClientAuthenticationMethods.None }
            : command.Metadata;
        if (!rules.Complete(asked, command.Members).Succeeded(out var metadata, out var failure))
            return failure;
        if (!await sectors.ListAsync(metadata, cancellationToken))
            return new Failure(Fault.InvalidClientMetadata, [new("sector_identifier_uri", Rule.Unknown)]);

        var id = command.ChoosesCredentials ? command.ClientId! : Guid.NewGuid().ToString("N");
        var secret = Secret(command, metadata);
        var kept = default(SecretHashes);
        if (secret is not null && !(await secrets.HashAsync(secret, cancellationToken)).Succeeded(out kept, out var busy))
            return busy;
        if (secret is not null && !command.ChoosesCredentials)
            metadata = metadata with { SecretExpiresAt = lifetimes.End };
        // An id that was chosen could be chosen by somebody else once it is free, who would come by what its users have allowed: such a client stays.
        var registration = command.ChoosesCredentials ? null : ClientSecret.New();
        var record = new ClientRecord
        {
            Id = id,
            SecretHash = kept.Fast,
            SlowHash = kept.Slow,
            Metadata = metadata.Kept(asked).Write(),
            RegistrationHash = registration is null ? null : ClientSecret.Hash(registration),
            CreatedAt = time.GetUtcNow(),
        };
        if (registry.IsTaken(id) || !await (await home.GetAsync(cancellationToken)).Clients.AddAsync(record, cancellationToken))
            return Failure.Of(Field.ClientId, Rule.Taken);
        await events.RaiseAsync(context, new ClientRegistered { ClientId = id }, cancellationToken);
        return new RegisteredClient(id, secret, record.CreatedAt, metadata) { RegistrationToken = registration };
    }

    private Fault? Refused(string? token)
    {
        if (options.Value.OAuth.OpenRegistration)
            return null;
        if (string.IsNullOrEmpty(token))
            return Fault.MissingToken;
        var presented = Hash(token);
        // Every token is compared with, whichever matches.
        return _tokens.Count(known => CryptographicOperations.FixedTimeEquals(known, presented)) > 0 ? null : Fault.InvalidToken;
    }

    private static IEnumerable<BrokenRule> Check(RegisterClient command)
    {
        if (!command.ChoosesCredentials)
            yield break;
        if (string.IsNullOrEmpty(command.ClientId))
            yield return new(Field.ClientId, Rule.Required);
        else if (!ClientFields.IsId(command.ClientId))
            yield return new(Field.ClientId, Rule.Characters);
        else if (Guid.TryParse(command.ClientId, out _))
            // Accounts are called so, and the client would be the subject of its own tokens (RFC 9700 §4.15).
            yield return new(Field.ClientId, Rule.Unknown);
        if (command.ClientSecret is { Length: > 0 and < ClientFields.LeastSecret })
            yield return new(Field.ClientSecret, Rule.TooShort, ClientFields.LeastSecret);
        else if (command.ClientSecret is { Length: > 0 } secret && !ClientFields.IsSecret(secret))
            yield return new(Field.ClientSecret, Rule.Characters);
    }

    private static string? Secret(RegisterClient command, ClientMetadata metadata) =>
        !metadata.HasSecret ? null : command.ChoosesCredentials ? command.ClientSecret : ClientSecret.New();

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

public static partial class OAuthFlows
{
    /// <summary>Registers a client.</summary>
    public static Flow<RegisterClient, RegisteredClient> RegisterClient { get; } = Flow<RegisterClient, RegisteredClient>.Of<RegisterClientFlow>(takesCredentials: true, fails: [Fault.InvalidRedirectUri, Fault.InvalidClientMetadata]);
}
