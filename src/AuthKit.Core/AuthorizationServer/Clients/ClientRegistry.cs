using AuthKit.AuthorizationServer.Clients.Documents;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The clients, those that the host has named and those that have registered themselves, and their authentication (RFC 6749 §2.3).</summary>
internal sealed class ClientRegistry(IOptions<AuthKitOptions> options, HomeDatabase home, ClientAssertions assertions, ClientCertificates certificates, ClientSecrets secrets, ClientLockout lockout, DocumentClients documents, ScopePolicy scopes, ResourcePolicy resources, IEvents events, TimeProvider time, ILogger<ClientRegistry> logger) : ITokenClients
{
    private readonly Dictionary<string, (Client Client, byte[]? SecretHash)> _named = options.Value.Clients.ToDictionary(
        client => client.Id,
        client => (client, ClientSecret.HashOf(client)),
        StringComparer.Ordinal);

    private readonly bool _hearsLogouts = options.Value.Clients.Any(static client => (client.BackChannelLogoutUri ?? client.FrontChannelLogoutUri) is not null);

    private readonly HashSet<string> _origins = [.. options.Value.Clients.SelectMany(static client => client.AllowedOrigins)];

    /// <summary>Whether an id is taken by a client that the host has named, by a contract for callers that present none, by whom tokens are for, or by whoever owns the address that it is.</summary>
    public bool IsTaken(string id) => _named.ContainsKey(id) || options.Value.ContractNames.Contains(id) || resources.IsTaken(id) || documents.AddressOf(id) is not null;

    /// <inheritdoc/>
    public bool IsOwn(string id) => options.Value.IsFirstParty(id);

    /// <summary>Whether there may be clients that the host has not named.</summary>
    public bool IsOpen => options.Value.OAuth is { OpenRegistration: true } or { InitialAccessTokens.Count: > 0 } or { ClientIdMetadataDocuments: true };

    /// <summary>Whether the host has named this client, and so its addresses.</summary>
    public bool IsNamed(string id) => _named.ContainsKey(id);

    /// <summary>Whether there may be a client that wants to hear of logouts.</summary>
    public bool MayHearLogouts => IsOpen || _hearsLogouts;

    /// <summary>Whether a client that the host has named has this origin.</summary>
    public bool HasOrigin(string origin) => _origins.Contains(origin);

    /// <summary>The client with this id, or null.</summary>
    public async ValueTask<Client?> FindAsync(string? id, CancellationToken cancellationToken) => (await LookUpAsync(id, cancellationToken)).Client;

    /// <inheritdoc/>
    public TokenLifetimes LifetimesOf(string id)
    {
        var (client, all) = ((Client?)_named.GetValueOrDefault(id).Client, options.Value);
        return new(client?.AccessTokenLifetime ?? all.Tokens.AccessTokenLifetime, client?.IdTokenLifetime ?? all.OAuth.IdTokenLifetime, client?.SessionLifetime ?? all.Sessions.AbsoluteLifetime);
    }

    async ValueTask<string> ITokenClients.LimitAsync(string id, string scope, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } client ? scopes.ForUser(client, scope) : Scopes.Grant(scope);

    // Ids that are given to clients are GUIDs, and no client is taken away that chose its own.
    async ValueTask<bool> ITokenClients.IsGoneAsync(string id, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "N", out _) && !_named.ContainsKey(id) && !options.Value.ContractNames.Contains(id)
        && await (await home.GetAsync(cancellationToken)).Clients.FindAsync(id, cancellationToken) is null;

    async ValueTask<ITokenClient?> ITokenClients.FindAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken);

    /// <summary>The client, where it has proved who it is.</summary>
    public async ValueTask<Outcome<Client>> AuthenticateAsync(ClientCredentials credentials, FlowContext context, CancellationToken cancellationToken)
    {
        if (!IsOneWay(credentials))
        {
            await RaiseFailedAsync(null, ClientFailures.WrongMethod, context, cancellationToken);
            return Fault.Malformed;
        }

        var (client, kept) = await LookUpAsync(credentials.Assertion is { } assertion ? assertions.Subject(assertion) : credentials.Id, cancellationToken);
        // A secret is compared whether or not there is a client, and in the same time.
        var secretIsRight = secrets.IsKnown(credentials.Secret, kept);
        if (client is null || !IsAllowed(client, credentials))
        {
            await RaiseFailedAsync(client, client is null ? ClientFailures.UnknownClient : ClientFailures.WrongMethod, context, cancellationToken);
            return Fault.InvalidClient;
        }

        if (CanBeGuessed(client))
        {
            if (!(await lockout.CheckAsync(client, context.Address, secretIsRight, () => secrets.IsRightAsync(credentials.Secret, kept, cancellationToken), cancellationToken)).Succeeded(out var check, out var locked))
            {
                await RaiseFailedAsync(client, ClientFailures.LockedOut, context, cancellationToken);
                return locked;
            }

            secretIsRight = check is SecretCheck.Right;
        }

        var proved = client.Method switch
        {
            ClientAuthenticationMethods.None => string.IsNullOrEmpty(credentials.Secret),
            ClientAuthenticationMethods.PrivateKeyJwt => credentials.Assertion is { } signed && await assertions.AcceptAsync(client, signed, cancellationToken),
            ClientAuthenticationMethods.TlsClientAuth or ClientAuthenticationMethods.SelfSignedTlsClientAuth =>
                credentials is { Secret: null, Assertion: null } && certificates.AreOf(client, context.Proof?.Certificate),
            _ => secretIsRight && !HasEnded(client),
        };
        if (proved && (credentials.Id is null || credentials.Id == client.Id))
            return client;
        await RaiseFailedAsync(client, FailureOf(client, credentials), context, cancellationToken);
        return Fault.InvalidClient;
    }

    /// <summary>The client, where it has proved who it is and may use the grant.</summary>
    public async ValueTask<Outcome<Client>> AuthenticateAsync(ClientCredentials credentials, string grant, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await AuthenticateAsync(credentials, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        var allowed = client.Grants.Contains(grant) && (grant != GrantTypes.Password || client.FirstParty);
        return allowed ? client : Fault.UnauthorizedClient;
    }

    // RFC 7591 §3.2.1.
    private bool HasEnded(Client client) => client.SecretExpiresAt <= time.GetUtcNow();

    private string FailureOf(Client client, ClientCredentials credentials) =>
        HasEnded(client) ? ClientFailures.ExpiredSecret
        : ClientAuthenticationMethods.IsTls(client.Method) ? ClientFailures.WrongCertificate
        : credentials.Assertion is null ? ClientFailures.WrongSecret : ClientFailures.RefusedAssertion;

    private ValueTask RaiseFailedAsync(Client? client, string reason, FlowContext context, CancellationToken cancellationToken) =>
        events.RaiseAsync(context, new ClientAuthenticationFailed(reason) { ClientId = client?.Id }, cancellationToken);

    private async ValueTask<(Client? Client, SecretHashes Kept)> LookUpAsync(string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id) || id.Length > ClientFields.MaxId)
            return default;
        if (_named.TryGetValue(id, out var named))
            return (named.Client, new(named.SecretHash, null));
        if (documents.AddressOf(id) is { } address)
            return resources.IsTaken(id) ? default : (await documents.FindAsync(address, cancellationToken), default);
        var record = await (await home.GetAsync(cancellationToken)).Clients.FindAsync(id, cancellationToken);
        if (record is null)
            return default;
        var client = ClientMetadata.Read(record).ToClient(record.Id, record.SecretHash);
        return IsRuledOut(client) ? default : (client, new(record.SecretHash, record.SlowHash));
    }

    // It may have registered before the host was held to the profile.
    private bool IsRuledOut(Client client)
    {
        if (options.Value.OAuth.Profile is not SecurityProfile.Fapi2 || Fapi2ClientRules.Broken(client).Select(static broken => broken.Member).FirstOrDefault() is not { } member)
            return false;
        logger.RuledOut(client.Id, member);
        return true;
    }

    // Secrets that the server has made are as random as they can be; their clients' ids are GUIDs, which no client chooses.
    private static bool CanBeGuessed(Client client) =>
        client.Method is ClientAuthenticationMethods.ClientSecretBasic or ClientAuthenticationMethods.ClientSecretPost
        && !(client.Secret?.Length >= ClientSecrets.LongSecret)
        && !Guid.TryParse(client.Id, out _);

    // RFC 6749 §2.3: no more than one way in each request.
    private static bool IsOneWay(ClientCredentials credentials) =>
        credentials.Assertion is null
            ? credentials.AssertionType is null
            : credentials.Secret is null && credentials.AssertionType == ClientAssertions.Type;

    private static bool IsAllowed(Client client, ClientCredentials credentials) => client.AuthenticationMethod switch
    {
        ClientAuthenticationMethods.ClientSecretBasic => credentials.InHeader,
        ClientAuthenticationMethods.ClientSecretPost => !credentials.InHeader,
        _ => true,
    };
}
