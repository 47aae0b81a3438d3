using System.Reflection;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using AuthKit.Users.Attempts;

namespace AuthKit.Stores.Tests.Recording;

/// <summary>Calls every member of every port, with what is optional and without, whatever ports come to have.</summary>
internal static class EveryCall
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    public static async Task OnAsync(IDatabase database)
    {
        await database.PingAsync(default);
        object[] ports =
        [
            database.Users, database.ExternalLogins, database.Sessions, database.Grants, database.Keys, database.Directory, database.Tenants,
            database.Clients, database.Consents, database.Attempts,
        ];
        foreach (var (port, method) in ports.SelectMany(port => port.GetType().GetInterfaces().Single().GetMethods().Select(method => (port, method))))
        {
            foreach (var optional in new[] { true, false })
                await (Task)method.Invoke(port, [.. method.GetParameters().Select(parameter => Value(parameter, optional))])!;
        }
    }

    private static object? Value(ParameterInfo parameter, bool optional) => parameter.ParameterType switch
    {
        var type when type == typeof(Guid?) => optional ? Guid.CreateVersion7() : null,
        var type when type == typeof(Guid) => Guid.CreateVersion7(),
        var type when type == typeof(byte[]) => new byte[16],
        var type when type == typeof(string) => "text",
        var type when type == typeof(DateTimeOffset) => Now,
        var type when type == typeof(DateTimeOffset?) => optional ? Now : null,
        var type when type == typeof(int) => 1,
        var type when type == typeof(CancellationToken) => CancellationToken.None,
        var type when type == typeof(GrantKind) => GrantKind.PasswordReset,
        var type when type == typeof(IReadOnlyList<byte[]>) => new[] { new byte[32] },
        var type when type == typeof(IReadOnlyList<string>) => new[] { "openid" },
        var type when type == typeof(ExternalLogin) => new ExternalLogin("google", "1"),
        var type when type == typeof(User) => new User { Id = Guid.CreateVersion7(), Email = "a@example.com", UserName = optional ? "a" : null, CreatedAt = Now },
        var type when type == typeof(Session) => NewSession(),
        var type when type == typeof(SessionRotation) => new SessionRotation(new byte[16], "app", new byte[32], new byte[32], new byte[16], Now, Now)
        {
            SessionId = optional ? Guid.CreateVersion7() : null,
        },
        var type when type == typeof(Grant) => NewGrant(),
        var type when type == typeof(FailedAttempts) => new FailedAttempts { Subject = new byte[32], Failures = 1, LastFailure = Now, ExpiresAt = Now },
        var type when type == typeof(KeyRecord) => NewKey(),
        var type when type == typeof(TenantRecord) => NewTenant(),
        var type when type == typeof(ClientRecord) => new ClientRecord { Id = "app", SecretHash = optional ? new byte[32] : null, Metadata = [], CreatedAt = Now },
        var type => throw new NotSupportedException($"{type}: say here what a test passes for it."),
    };

    private static Session NewSession() => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = Guid.CreateVersion7(),
        ClientId = "app",
        Scope = "",
        Handle = Guid.NewGuid().ToByteArray(),
        CreatedAt = Now,
        LastUsedAt = Now,
        ExpiresAt = Now,
        AbsoluteExpiresAt = Now,
    };

    private static Grant NewGrant() => new()
    {
        Handle = Guid.NewGuid().ToByteArray(),
        Kind = GrantKind.PasswordReset,
        SecretHash = new byte[32],
        UserId = Guid.CreateVersion7(),
        CreatedAt = Now,
        ExpiresAt = Now,
    };

    private static TenantRecord NewTenant() => new()
    {
        Alias = "client",
        Slot = 1,
        Engine = DatabaseEngine.SqlServer.Name,
        Fingerprint = new byte[32],
        ProtectedConnection = [],
        CreatedAt = Now,
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
}
