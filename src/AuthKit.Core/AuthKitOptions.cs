using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Features.ApiKeys;
using AuthKit.Features.AuditLog;
using AuthKit.Features.Administration;
using AuthKit.Features.EmailConfirmation;
using AuthKit.Features.MailedCodes;
using AuthKit.Features.Webhooks;
using AuthKit.Features.MyData;
using AuthKit.Mail;
using AuthKit.Passwords;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Databases.Brought;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Roles;

namespace AuthKit;

/// <summary>Everything that a host decides; checked at start-up.</summary>
public sealed class AuthKitOptions
{
    /// <summary>The <c>iss</c> of every token (RFC 7519 §4.1.1): the host's public address, the same on every node.</summary>
    /// <value>Default: <c>authkit</c>.</value>
    public string Issuer { get; set; } = "authkit";

    /// <summary>The <c>aud</c> of access tokens (RFC 9068 §2.2).</summary>
    /// <value>Default: the issuer.</value>
    public string? Audience { get; set; }

    /// <summary>Tokens.</summary>
    public TokenOptions Tokens { get; } = new();

    /// <summary>Sessions.</summary>
    public SessionOptions Sessions { get; } = new();

    /// <summary>Accounts: what registering tells, and who may sign in.</summary>
    public AccountOptions Accounts { get; } = new();

    /// <summary>Who administers accounts (<c>AddAdministration</c>).</summary>
    public AdministrationOptions Administration { get; } = new();

    /// <summary>The roles that accounts can have (<c>AddRoles</c>).</summary>
    public RoleOptions Roles { get; } = new();

    /// <summary>The confirmation of e-mail addresses (<c>AddEmailConfirmation</c>).</summary>
    public EmailConfirmationOptions EmailConfirmation { get; } = new();

    /// <summary>Sign-in with mailed codes (<c>AddMailedCodes</c>).</summary>
    public MailedCodeOptions MailedCodes { get; } = new();

    /// <summary>Personal keys by which programs call for an account (<c>AddApiKeys</c>).</summary>
    public ApiKeyOptions ApiKeys { get; } = new();

    /// <summary>What owners can have of their data, and how their accounts are erased (<c>AddMyData</c>).</summary>
    public MyDataOptions MyData { get; } = new();

    /// <summary>Second factors, and what tokens say of how somebody signed in.</summary>
    public SignInOptions SignIn { get; } = new();

    /// <summary>Passwords.</summary>
    public PasswordOptions Passwords { get; } = new();

    /// <summary>Lockout: how an account slows down under repeated failures.</summary>
    public LockoutOptions Lockout { get; } = new();

    /// <summary>Rate limits for each client address.</summary>
    public RateLimitOptions RateLimits { get; } = new();

    /// <summary>Mail.</summary>
    public MailOptions Mail { get; } = new();

    /// <summary>Events.</summary>
    public EventOptions Events { get; } = new();

    /// <summary>The audit log (<c>AddAuditLog</c>).</summary>
    public AuditLogOptions AuditLog { get; } = new();

    /// <summary>Webhooks (<c>AddWebhooks</c>).</summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>Sign-in through other providers.</summary>
    public ExternalOptions External { get; } = new();

    /// <summary>The authorization server.</summary>
    public OAuthOptions OAuth { get; } = new();

    /// <summary>The clients that present an id of their own.</summary>
    public IList<Client> Clients { get; } = [];

    /// <summary>The <c>client_id</c>s of callers that present none, which no client can have; added to by <c>AddContract</c>.</summary>
    public IList<string> ContractNames { get; } = [];

    /// <summary>The home database; set by <c>UseSqlite</c> and its like, unless the host brings one of its own.</summary>
    public DatabaseRegistration? Database { get; set; }

    /// <summary>The engines of home databases that were chosen before <see cref="Database"/>, and are not used.</summary>
    internal List<string> ReplacedDatabases { get; } = [];

    /// <summary>What a request may ask of its databases.</summary>
    public DatabaseOptions Databases { get; } = new();

    /// <summary>The tenants; added to by <c>AddTenant</c>.</summary>
    public IList<Tenant> Tenants { get; } = [];

    /// <summary>Which databases registrations may bring along; set by <c>AllowClientDatabases</c>.</summary>
    /// <value>Default: null, which is none: what a request says of a database selects a registered tenant and is never opened.</value>
    public ClientDatabasePolicy? ClientDatabases { get; set; }

    /// <summary>How many of the tenants' databases stay open.</summary>
    public TenantDatabaseOptions TenantDatabases { get; } = new();

    /// <summary>How many entries each of the process's caches may have: tokens in use, their sessions, devices that ask, clients that failed. An entry takes some hundred bytes.</summary>
    /// <value>Default: 100,000.</value>
    public int MaxCacheEntries { get; set; } = 100_000;

    /// <summary>Whether a <c>client_id</c> is the host's own: a contract's name, or that of a client listed as first-party.</summary>
    public bool IsFirstParty(string clientId) => ContractNames.Contains(clientId) || Clients.Any(client => client.FirstParty && client.Id == clientId);

    internal IEnumerable<string> TenantAliases => Tenants.Select(tenant => tenant.Alias);

    internal string EffectiveAudience => Audience ?? Issuer;

    // What a token for another interface may be for as well, and for nothing else of the host's, where its scope tells who the user is.
    internal string UserInfoAudience => $"{Issuer.TrimEnd('/')}/userinfo";

    /// <summary>For how long a token of any client is valid at the most, and has to be verified.</summary>
    internal TimeSpan LongestToken => Clients
        .SelectMany(client => new[] { client.AccessTokenLifetime, client.IdTokenLifetime })
        .OfType<TimeSpan>()
        .Concat([Tokens.AccessTokenLifetime, OAuth.IdTokenLifetime])
        .Max();
}
