using System.Text;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Stores.Tests.Upgrades;

/// <summary>A node of the release whose schema had this version: the columns that it knew of tables that have grown since.</summary>
internal sealed class EarlierNode
{
    private readonly IRecords _records;
    private readonly Table<Session> _sessions = new("authkit_sessions");
    private readonly Column<Guid> _sessionId;
    private readonly Column<byte[]> _sessionHandle;
    private readonly Column<DateTimeOffset> _sessionExpiry;
    private readonly Table<Grant> _grants = new("authkit_grants");
    private readonly Column<byte[]> _grantHandle;
    private readonly Column<Guid> _grantUser;
    private readonly Table<User> _users = new("authkit_users");
    private readonly Table<ExternalLoginRecord> _logins = new("authkit_external_logins");
    private readonly Table<TenantRecord> _tenants = new("authkit_tenants");
    private readonly Table<DirectoryEntry> _directory = new("authkit_directory");

    public EarlierNode(IRecords records, int version)
    {
        _records = records;

        _sessionId = _sessions.Id("id", static session => session.Id);
        var userId = _sessions.Id("user_id", static session => session.UserId);
        var clientId = _sessions.ExactText("client_id", 256, static session => session.ClientId);
        var scope = _sessions.Text("scope", 1024, static session => session.Scope);
        _sessionHandle = _sessions.Binary("handle", 16, static session => session.Handle);
        _sessions.BinaryOrNull("secret_hash", 32, static session => session.SecretHash);
        _sessions.BinaryOrNull("salt", 32, static session => session.Salt);
        var created = _sessions.Time("created_at", static session => session.CreatedAt);
        var used = _sessions.Time("last_used_at", static session => session.LastUsedAt);
        _sessionExpiry = _sessions.Time("expires_at", static session => session.ExpiresAt);
        var absolute = _sessions.Time("absolute_expires_at", static session => session.AbsoluteExpiresAt);
        _sessions.TimeOrNull("revoked_at", static session => session.RevokedAt);
        if (version >= 3)
            _sessions.TimeOrNull("authenticated_at", static session => session.AuthenticatedAt);
        if (version >= 4)
        {
            _sessions.IntegerOrNull("expires_on", static session => (int)(session.ExpiresAt.ToUnixTimeSeconds() / (24 * 60 * 60)));
            _sessions.IntegerOrNull("credential_version", static session => session.CredentialVersion);
        }

        _sessions.KeyedBy(_sessionId);
        _sessions.ReadBy(row => new()
        {
            Id = row.Get(_sessionId),
            UserId = row.Get(userId),
            ClientId = row.Get(clientId),
            Scope = row.Get(scope),
            Handle = row.Get(_sessionHandle),
            CreatedAt = row.Get(created),
            LastUsedAt = row.Get(used),
            ExpiresAt = row.Get(_sessionExpiry),
            AbsoluteExpiresAt = row.Get(absolute),
        });

        _grantHandle = _grants.Binary("handle", 16, static grant => grant.Handle);
        var kind = _grants.Integer("kind", static grant => (int)grant.Kind);
        var secret = _grants.Binary("secret_hash", 32, static grant => grant.SecretHash);
        _grantUser = _grants.Id("user_id", static grant => grant.UserId);
        var made = _grants.Time("created_at", static grant => grant.CreatedAt);
        var ends = _grants.Time("expires_at", static grant => grant.ExpiresAt);
        _grants.TimeOrNull("consumed_at", static grant => grant.ConsumedAt);
        if (version >= 3)
        {
            _grants.ExactTextOrNull("client_id", 256, static grant => grant.ClientId);
            _grants.BinaryOrNull("data", 8000, static grant => grant.Data);
        }

        _grants.KeyedBy(_grantHandle);
        _grants.ReadBy(row => new()
        {
            Handle = row.Get(_grantHandle),
            Kind = (GrantKind)row.Get(kind),
            SecretHash = row.Get(secret),
            UserId = row.Get(_grantUser),
            CreatedAt = row.Get(made),
            ExpiresAt = row.Get(ends),
        });

        var account = _users.Id("id", static user => user.Id);
        _users.Text("email", 320, static user => user.Email);
        _users.ExactText("normalized_email", 320, static user => user.Email.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), read: false);
        _users.Boolean("email_verified", static user => user.EmailVerified);
        _users.TextOrNull("user_name", 64, static user => user.UserName);
        _users.ExactTextOrNull("normalized_user_name", 64, static user => user.UserName is { } name ? LoginName.Normalize(name) : null, read: false);
        _users.TextOrNull("password_hash", 1024, static user => user.PasswordHash);
        _users.Integer("failed_sign_ins", static user => user.FailedSignIns);
        _users.Time("created_at", static user => user.CreatedAt);
        _users.BigInteger("version", static user => user.Version);
        _users.KeyedBy(account);

        var provider = _logins.ExactText("provider", 64, static login => login.Provider);
        var subject = _logins.ExactText("subject", 255, static login => login.Subject);
        _logins.Id("user_id", static login => login.UserId);
        _logins.Time("created_at", static login => login.CreatedAt);
        _logins.KeyedBy(provider, subject);

        var alias = _tenants.ExactText("alias", 64, static tenant => tenant.Alias);
        _tenants.Integer("slot", static tenant => tenant.Slot);
        // SQLite's number.
        _tenants.Integer("engine", static _ => 1);
        _tenants.Binary("fingerprint", 32, static tenant => tenant.Fingerprint);
        _tenants.Binary("protected_connection", 8000, static tenant => tenant.ProtectedConnection);
        _tenants.Time("created_at", static tenant => tenant.CreatedAt);
        _tenants.KeyedBy(alias);

        var name = _directory.Binary("name_hash", 32, static entry => entry.NameHash);
        _directory.KeyedBy(name, _directory.ExactText("tenant", 64, static entry => entry.Tenant));
    }

    public Task AddAsync(User user) => _records.InsertAsync(_users, user, default);

    public Task AddAsync(Session session) => _records.InsertAsync(_sessions, session, default);

    public Task AddAsync(Grant grant) => _records.InsertAsync(_grants, grant, default);

    public Task AddAsync(ExternalLoginRecord login) => _records.InsertAsync(_logins, login, default);

    public Task AddAsync(TenantRecord tenant) => _records.InsertAsync(_tenants, tenant, default);

    public Task AddAsync(DirectoryEntry entry) => _records.InsertAsync(_directory, entry, default);

    /// <summary>As a refresh moves the end of a session.</summary>
    public Task ProlongAsync(Session session, DateTimeOffset expiresAt) =>
        _records.UpdateAsync(_sessions, [_sessionHandle.Is(session.Handle)], [_sessionExpiry.To(expiresAt)], readBy: null, default);

    /// <returns>The scope, where the session is there.</returns>
    public async Task<string?> FindAsync(Session session) => (await _records.FindAsync(_sessions, [_sessionId.Is(session.Id)], default))?.Scope;

    /// <returns>Whose it is, where the grant is there.</returns>
    public async Task<Guid?> FindAsync(Grant grant) => (await _records.FindAsync(_grants, [_grantHandle.Is(grant.Handle)], default))?.UserId;
}
