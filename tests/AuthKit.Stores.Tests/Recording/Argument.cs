using AuthKit.Administration;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;

namespace AuthKit.Stores.Tests.Recording;

/// <summary>What tests pass to ports of which they know the types of parameters alone.</summary>
internal static class Argument
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    /// <param name="type">The parameter's type.</param>
    /// <param name="optional">Whether what may be left out is there.</param>
    public static object? For(Type type, bool optional) => type switch
    {
        _ when type == typeof(Guid?) => optional ? Guid.CreateVersion7() : null,
        _ when type == typeof(Guid) => Guid.CreateVersion7(),
        _ when type == typeof(byte[]) => new byte[16],
        _ when type == typeof(int) => 1,
        _ when type == typeof(string) => "text",
        _ when type == typeof(DateTimeOffset) => Now,
        _ when type == typeof(DateTimeOffset?) => optional ? Now : null,
        _ when type == typeof(int) => 1,
        _ when type == typeof(CancellationToken) => CancellationToken.None,
        _ when type == typeof(GrantKind) => GrantKind.PasswordReset,
        _ when type == typeof(IReadOnlyList<byte[]>) => new[] { new byte[32] },
        _ when type == typeof(IReadOnlyList<string>) => new[] { "openid" },
        _ when type == typeof(IReadOnlyCollection<string>) => new[] { "admin" },
        _ when type == typeof(UserQuery) => optional ? new UserQuery { EmailPrefix = "a" } : new UserQuery(),
        _ when type == typeof(ExternalLogin) => new ExternalLogin("google", "1"),
        _ when type == typeof(ExternalLoginRecord) => new ExternalLoginRecord("google", "1", Guid.CreateVersion7(), Now) { ProvedAt = optional ? Now : null },
        _ when type == typeof(User) => new User { Id = Guid.CreateVersion7(), Email = "a@example.com", UserName = optional ? "a" : null, CreatedAt = Now },
        _ when type == typeof(Session) => NewSession(),
        _ when type == typeof(SessionRotation) => new SessionRotation(new byte[16], "app", new byte[32], new byte[32], new byte[16], Now, Now)
        {
            SessionId = optional ? Guid.CreateVersion7() : null,
        },
        _ when type == typeof(SessionProof) => new SessionProof(NewSession(), Now, optional ? "{}" : null),
        _ when type == typeof(Grant) => NewGrant(),
        _ when type == typeof(KeyRecord) => NewKey(),
        _ when type == typeof(TenantRecord) => NewTenant(),
        _ when type == typeof(ClientRecord) => new ClientRecord { Id = "app", SecretHash = optional ? new byte[32] : null, SlowHash = optional ? "$argon2id$" : null, RegistrationHash = optional ? new byte[32] : null, Metadata = [], CreatedAt = Now },
        _ when type == typeof(int) => 10,
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(1),
        _ when type == typeof(OutboxMail) => NewMail(),
        _ when type == typeof(LogoutNotice) => NewNotice(),
        _ when type == typeof(FailedAttempts) => new FailedAttempts { Subject = new byte[32], Failures = 1, LastFailure = Now, ExpiresAt = Now },
        _ => throw new NotSupportedException($"{type}: say here what a test passes for it."),
    };

    private static Session NewSession() => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = Guid.CreateVersion7(),
        ClientId = "app",
        Scope = "",
        Handle = new byte[16],
        CreatedAt = Now,
        LastUsedAt = Now,
        ExpiresAt = Now,
        AbsoluteExpiresAt = Now,
    };

    private static LogoutNotice NewNotice() => new()
    {
        Id = Guid.CreateVersion7(),
        ClientId = "shop",
        UserId = Guid.CreateVersion7(),
        Tenant = "",
        SessionId = Guid.CreateVersion7(),
        CreatedAt = Now,
        ExpiresAt = Now,
        DueAt = Now,
    };

    private static OutboxMail NewMail() => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = "password-reset",
        ProtectedData = [],
        CreatedAt = Now,
        ExpiresAt = Now,
        DueAt = Now,
    };

    private static Grant NewGrant() => new()
    {
        Handle = new byte[16],
        Kind = GrantKind.PasswordReset,
        SecretHash = new byte[32],
        UserId = Guid.CreateVersion7(),
        CreatedAt = Now,
        ExpiresAt = Now,
    };

    private static KeyRecord NewKey() => new()
    {
        Id = Guid.CreateVersion7(),
        Use = KeyUse.Es256,
        Generation = 1,
        PublicKey = [],
        ProtectedKey = [],
        ActivatesAt = Now,
        RetiresAt = Now,
        ExpiresAt = Now,
    };

    private static TenantRecord NewTenant() => new()
    {
        Alias = "client",
        Slot = 1,
        Engine = "SqlServer",
        Fingerprint = new byte[32],
        ProtectedConnection = [],
        CreatedAt = Now,
    };
}
