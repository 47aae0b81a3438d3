using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Conformance;

/// <summary>Rows whose keys no other test uses, at a fixed time.</summary>
internal static class Sample
{
    /// <summary>Exact to the microsecond, as stores are.</summary>
    public static DateTimeOffset Now { get; } = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddMicroseconds(123_456);

    public static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>A user name or the local part of an address that nobody has.</summary>
    public static string Unique(string prefix = "u") => prefix + Guid.NewGuid().ToString("N");

    public static User User(string? email = null, string? userName = null) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Email = email ?? Unique() + "@example.com",
        UserName = userName,
        CreatedAt = Now,
        CredentialVersion = 0,
    };

    public static Session Session(Guid? userId = null) => new()
    {
        Id = Guid.CreateVersion7(Now),
        UserId = userId ?? Guid.CreateVersion7(Now),
        ClientId = "app",
        Scope = "openid offline_access",
        Handle = Bytes(16),
        SecretHash = Bytes(32),
        CreatedAt = Now,
        LastUsedAt = Now,
        ExpiresAt = Now.AddDays(30),
        AbsoluteExpiresAt = Now.AddDays(180),
    };

    /// <summary>A rotation that the session as given will accept.</summary>
    public static SessionRotation Rotation(Session session) => new(
        session.Handle,
        session.ClientId,
        session.SecretHash!,
        NextSecretHash: Bytes(32),
        Salt: Bytes(16),
        Now: Now.AddHours(1),
        IdleExpiry: Now.AddHours(1).AddDays(30));

    public static Grant Grant(Guid? userId = null) => new()
    {
        Handle = Bytes(16),
        Kind = GrantKind.PasswordReset,
        SecretHash = Bytes(32),
        UserId = userId ?? Guid.CreateVersion7(Now),
        CreatedAt = Now,
        ExpiresAt = Now.AddHours(1),
    };

    public static KeyRecord Key(int generation, KeyUse use = KeyUse.Es256) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Use = use,
        Generation = generation,
        PublicKey = Bytes(91),
        ProtectedKey = Bytes(300),
        ActivatesAt = Now,
        RetiresAt = Now.AddDays(90),
        ExpiresAt = Now.AddDays(92),
    };

    public static TenantRecord Tenant() => new()
    {
        Alias = Unique("t"),
        Slot = RandomNumberGenerator.GetInt32(int.MaxValue),
        Engine = DatabaseEngine.Sqlite.Name,
        Fingerprint = Bytes(32),
        ProtectedConnection = Bytes(300),
        CreatedAt = Now,
    };

    public static ClientRecord Client() => new()
    {
        Id = Unique("c"),
        SecretHash = Bytes(32),
        SlowHash = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$dGFn",
        Metadata = Bytes(300),
        RegistrationHash = Bytes(32),
        CreatedAt = Now,
    };

    public static LogoutNotice LogoutNotice() => new()
    {
        Id = Guid.CreateVersion7(Now),
        ClientId = "shop",
        UserId = Guid.CreateVersion7(Now),
        Tenant = "",
        SessionId = Guid.CreateVersion7(Now),
        CreatedAt = Now,
        ExpiresAt = Now.AddDays(1),
        DueAt = Now,
    };

    public static OutboxMail OutboxMail() => new()
    {
        Id = Guid.CreateVersion7(Now),
        Kind = "password-reset",
        ProtectedData = Bytes(300),
        CreatedAt = Now,
        ExpiresAt = Now.AddHours(1),
        DueAt = Now,
    };

    public static ExternalLoginRecord ExternalLogin(Guid? userId = null) => new(ExternalProviders.Google, Unique(), userId ?? Guid.CreateVersion7(Now), Now);
}
