using System.Security.Cryptography;
using System.Text;
using AuthKit.Browsers;
using AuthKit.Clients;
using AuthKit.Sessions;
using AuthKit.Stores;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Grants;

/// <summary>
/// The codes of devices (RFC 8628), kept in the home database, because nobody knows yet whose they will be: one for the
/// device, one for the person, and a row for what the person decides. Who takes the person's code away decides.
/// </summary>
internal sealed class DeviceCodes(HomeDatabase home, KeyRing keys, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>What a code that a person types leads to.</summary>
    public sealed record Asked(byte[] DeviceHandle, string Scope);

    /// <summary>What a person has decided.</summary>
    public sealed record Decided(bool Allowed, string Tenant, string Scope, DateTimeOffset AuthenticatedAt);

    public async Task<(string DeviceCode, string UserCode)> AddAsync(Client client, string scope, CancellationToken cancellationToken)
    {
        var grants = (await home.GetAsync(cancellationToken)).Grants;
        var device = new OpaqueToken(Tenant.Home, OpaqueToken.NewHandle(), RefreshSecret.New());
        await grants.CreateAsync(New(GrantKind.DeviceCode, device.Handle, RefreshSecret.Hash(device.Secret), client.Id), cancellationToken);
        while (true)
        {
            var code = UserCode.New();
            var (handle, hash) = await LocateAsync(code, cancellationToken);
            var typed = New(GrantKind.UserCode, handle, hash, client.Id) with { Data = GrantData.Write(new Asked(device.Handle, scope)) };
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
        var (deviceHandle, scope) = GrantData.Read<Asked>(asked);
        var decision = New(GrantKind.DeviceDecision, DecisionHandle(deviceHandle), SHA256.HashData(deviceHandle), asked.ClientId!) with
        {
            UserId = browser.UserId,
            Data = GrantData.Write(new Decided(allowed, browser.Tenant, scope, browser.AuthenticatedAt)),
        };
        return await grants.CreateAsync(decision, cancellationToken);
    }

    /// <summary>The grant behind a device's code, used up or not, or null.</summary>
    public async Task<Grant?> FindDeviceAsync(string deviceCode, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(deviceCode, out var token))
            return null;
        var grant = await (await home.GetAsync(cancellationToken)).Grants.FindAsync(token.Handle, cancellationToken);
        return grant is { Kind: GrantKind.DeviceCode } && CryptographicOperations.FixedTimeEquals(grant.SecretHash, RefreshSecret.Hash(token.Secret)) ? grant : null;
    }

    /// <summary>What the person has decided about a device, and who it was; null where nobody has.</summary>
    public async Task<(Guid UserId, Decided Decision)?> FindDecisionAsync(Grant device, CancellationToken cancellationToken) =>
        await (await home.GetAsync(cancellationToken)).Grants.FindAsync(DecisionHandle(device.Handle), cancellationToken) is { Kind: GrantKind.DeviceDecision } grant
            ? (grant.UserId, GrantData.Read<Decided>(grant))
            : null;

    /// <summary>Uses a device's code up.</summary>
    /// <returns>Whether this caller was the one who did.</returns>
    public async Task<bool> ConsumeAsync(Grant device, CancellationToken cancellationToken) =>
        await (await home.GetAsync(cancellationToken)).Grants.ConsumeAsync(device.Handle, device.SecretHash, time.GetUtcNow(), cancellationToken);

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
