using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Codes;
using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Devices;

/// <summary>
/// The codes of devices (RFC 8628), kept in the home database, because nobody knows yet whose they will be: one for the
/// device, one for the person, and a row for what the person decides. Who takes the person's code away decides. With a
/// device that is let in a session is reserved, which the device's code starts, so that what ends the account's sessions
/// keeps the device out as well.
/// </summary>
internal sealed class DeviceCodes(HomeDatabase home, UserDatabases databases, KeyRing keys, SignIn signIn, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>What a code that a person types leads to.</summary>
    public sealed record Asked(byte[] DeviceHandle, byte[] SessionSecretHash, string Scope);

    /// <summary>What a person has decided: the session that is reserved for the device, or null to keep it out.</summary>
    public sealed record Decided(string Tenant, byte[]? SessionHandle);

    public async Task<(string DeviceCode, string UserCode)> AddAsync(Client client, string scope, CancellationToken cancellationToken)
    {
        var grants = (await home.GetAsync(cancellationToken)).Grants;
        var device = new OpaqueToken(Tenant.Home, OpaqueToken.NewHandle(), RefreshSecret.New());
        await grants.CreateAsync(New(GrantKind.DeviceCode, device.Handle, RefreshSecret.Hash(device.Secret), client.Id), cancellationToken);
        while (true)
        {
            var code = UserCode.New();
            var (handle, hash) = await LocateAsync(code, cancellationToken);
            var typed = New(GrantKind.UserCode, handle, hash, client.Id) with { Data = GrantData.Write(new Asked(device.Handle, RefreshSecret.Hash(ReservedSession.Secret(device)), scope)) };
            if (await grants.CreateAsync(typed, cancellationToken))
                return (device.Encode(), UserCode.Show(code));
        }
    }

    /// <summary>The open grant behind a code that a person typed, or null.</summary>
    public async Task<Grant?> FindAskedAsync(string? typed, CancellationToken cancellationToken)
    {
        if (UserCode.Read(typed) is not { } code)
            return null;
        var (handle, hash) = await LocateAsync(code, cancellationToken);
        var grant = await (await home.GetAsync(cancellationToken)).Grants.FindAsync(handle, cancellationToken);
        return grant is { Kind: GrantKind.UserCode } && grant.IsOpen(time.GetUtcNow()) && CryptographicOperations.FixedTimeEquals(grant.SecretHash, hash) ? grant : null;
    }

    /// <summary>Notes what a person decides.</summary>
    /// <returns>False where somebody has decided before.</returns>
    public async Task<bool> DecideAsync(Grant asked, BrowserSession browser, bool allowed, CancellationToken cancellationToken)
    {
        var grants = (await home.GetAsync(cancellationToken)).Grants;
        if (!await grants.ConsumeAsync(asked.Handle, asked.SecretHash, time.GetUtcNow(), cancellationToken))
            return false;
        var question = GrantData.Read<Asked>(asked);
        var session = allowed ? await ReserveAsync(asked, question, browser, cancellationToken) : null;
        var decision = New(GrantKind.DeviceDecision, DecisionHandle(question.DeviceHandle), SHA256.HashData(question.DeviceHandle), asked.ClientId!) with
        {
            UserId = browser.UserId,
            Data = GrantData.Write(new Decided(browser.Tenant, session?.Handle)),
        };
        return await grants.CreateAsync(decision, cancellationToken);
    }

    /// <summary>The grant behind a device's code, used up or not; null where there is none.</summary>
    public async Task<Grant?> FindDeviceAsync(OpaqueToken deviceCode, CancellationToken cancellationToken)
    {
        var grant = await (await home.GetAsync(cancellationToken)).Grants.FindAsync(deviceCode.Handle, cancellationToken);
        return grant is { Kind: GrantKind.DeviceCode } && CryptographicOperations.FixedTimeEquals(grant.SecretHash, RefreshSecret.Hash(deviceCode.Secret)) ? grant : null;
    }

    /// <summary>What a person has decided about a device; null where nobody has.</summary>
    public async Task<Decided?> FindDecisionAsync(Grant device, CancellationToken cancellationToken) =>
        await (await home.GetAsync(cancellationToken)).Grants.FindAsync(DecisionHandle(device.Handle), cancellationToken) is { Kind: GrantKind.DeviceDecision } grant
            ? GrantData.Read<Decided>(grant)
            : null;

    /// <summary>Uses a device's code up.</summary>
    /// <returns>Whether this caller was the one who did.</returns>
    public async Task<bool> ConsumeAsync(Grant device, CancellationToken cancellationToken) =>
        await (await home.GetAsync(cancellationToken)).Grants.ConsumeAsync(device.Handle, device.SecretHash, time.GetUtcNow(), cancellationToken);

    private async Task<Session> ReserveAsync(Grant asked, Asked question, BrowserSession browser, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        var start = new SessionStart(browser.UserId, asked.ClientId!, question.Scope) { AuthenticatedAt = browser.AuthenticatedAt };
        return await signIn.ReserveAsync(database, start, question.SessionSecretHash, asked.ExpiresAt, cancellationToken);
    }

    private Grant New(GrantKind kind, byte[] handle, byte[] hash, string clientId) => new()
    {
        Handle = handle,
        Kind = kind,
        SecretHash = hash,
        UserId = Guid.Empty,
        ClientId = clientId,
        CreatedAt = time.GetUtcNow(),
        ExpiresAt = time.GetUtcNow() + options.Value.OAuth.DeviceCodeLifetime,
    };

    // So few bits could be tried out against a plain hash; whoever reads the database lacks the key.
    private async Task<(byte[] Handle, byte[] Hash)> LocateAsync(string code, CancellationToken cancellationToken)
    {
        var hash = HMACSHA256.HashData(await keys.GetDirectoryKeyAsync(cancellationToken), Encoding.ASCII.GetBytes($"user code\n{code}"));
        return (hash[..16], hash);
    }

    private static byte[] DecisionHandle(byte[] deviceHandle) => SHA256.HashData([.. "device decision\n"u8, .. deviceHandle])[..16];
}
