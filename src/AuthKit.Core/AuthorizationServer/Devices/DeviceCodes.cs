using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Codes;
using AuthKit.AuthorizationServer.Details;
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
internal sealed class DeviceCodes(HomeDatabase home, UserDatabases databases, OneTimeSecrets secrets, KeyRing keys, SessionIssuer issuer, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>What a code that a person types leads to.</summary>
    public sealed record Asked(byte[] DeviceHandle, byte[] SessionSecretHash, string Scope)
    {
        /// <summary>As <see cref="SessionDetails.Resources"/> has them.</summary>
        public IReadOnlyList<string>? Resources { get; init; }

        /// <summary>As <see cref="SessionDetails.AuthorizationDetails"/> has them.</summary>
        public JsonElement? AuthorizationDetails { get; init; }
    }

    /// <summary>What a person has decided: the session that is reserved for the device, or null to keep it out.</summary>
    public sealed record Decided(string Tenant, byte[]? SessionHandle)
    {
        /// <summary>As <see cref="SessionDetails.Resources"/> has them.</summary>
        public IReadOnlyList<string>? Resources { get; init; }
    }

    public async Task<(string DeviceCode, string UserCode)> AddAsync(Client client, ResourceGrant granted, GrantedDetails details, CancellationToken cancellationToken)
    {
        var database = await home.GetAsync(cancellationToken);
        var device = OneTimeSecrets.NewToken(Tenant.Home);
        await secrets.AddAsync(database, New(GrantKind.DeviceCode, GrantKey.Of(device), client.Id), cancellationToken);
        var asked = GrantData.Write(new Asked(device.Handle, TokenSecret.Hash(ReservedSessions.Secret(device)), granted.Scope) { Resources = granted.Resources, AuthorizationDetails = details.Json });
        while (true)
        {
            var code = UserCode.New();
            if (await secrets.AddAsync(database, New(GrantKind.UserCode, await KeyOfAsync(code, cancellationToken), client.Id) with { Data = asked }, cancellationToken))
                return (device.Encode(), UserCode.Show(code));
        }
    }

    /// <summary>The open grant behind a code that a person typed, or null.</summary>
    public async Task<Grant?> FindAskedAsync(string? typed, CancellationToken cancellationToken) => UserCode.Read(typed) is { } code
        ? await secrets.FindOpenAsync(await home.GetAsync(cancellationToken), GrantKind.UserCode, await KeyOfAsync(code, cancellationToken), cancellationToken)
        : null;

    /// <summary>Notes what a person decides.</summary>
    /// <param name="asked">What they were asked.</param>
    /// <param name="browser">Who they are.</param>
    /// <param name="proved">The browser's session.</param>
    /// <param name="allowed">What they decide.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where somebody has decided before.</returns>
    public async Task<bool> DecideAsync(Grant asked, BrowserSession browser, Session proved, bool allowed, CancellationToken cancellationToken)
    {
        var database = await home.GetAsync(cancellationToken);
        if (!await secrets.ConsumeAsync(database, asked, cancellationToken))
            return false;
        var question = GrantData.Read<Asked>(asked);
        var session = allowed ? await ReserveAsync(asked, question, browser, proved, cancellationToken) : null;
        var decision = New(GrantKind.DeviceDecision, DecisionKey(question.DeviceHandle), asked.ClientId!) with
        {
            UserId = browser.UserId,
            Data = GrantData.Write(new Decided(browser.Tenant, session?.Handle) { Resources = question.Resources }),
        };
        return await secrets.AddAsync(database, decision, cancellationToken);
    }

    /// <summary>The grant behind a device's code, used up or not; null where there is none.</summary>
    public async Task<Grant?> FindDeviceAsync(OpaqueToken deviceCode, CancellationToken cancellationToken) =>
        await secrets.FindAsync(await home.GetAsync(cancellationToken), GrantKind.DeviceCode, GrantKey.Of(deviceCode), cancellationToken);

    /// <summary>What a person has decided about a device; null where nobody has.</summary>
    public async Task<Decided?> FindDecisionAsync(Grant device, CancellationToken cancellationToken) =>
        await secrets.FindAsync(await home.GetAsync(cancellationToken), GrantKind.DeviceDecision, DecisionKey(device.Handle), cancellationToken) is { } grant
            ? GrantData.Read<Decided>(grant)
            : null;

    /// <summary>Uses a device's code up.</summary>
    /// <returns>Whether this caller was the one who did.</returns>
    public async Task<bool> ConsumeAsync(Grant device, CancellationToken cancellationToken) =>
        await secrets.ConsumeAsync(await home.GetAsync(cancellationToken), device, cancellationToken);

    private async Task<Session> ReserveAsync(Grant asked, Asked question, BrowserSession browser, Session proved, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        var start = new SessionStart(browser.UserId, proved.CredentialVersion, asked.ClientId!, question.Scope)
        {
            AuthenticatedAt = browser.AuthenticatedAt,
            ParentId = browser.SessionId,
            Details = new() { Resources = question.Resources, AuthorizationDetails = question.AuthorizationDetails, KeptMethods = SessionDetails.Of(proved).KeptMethods },
        };
        return await issuer.ReserveAsync(database, start, question.SessionSecretHash, asked.ExpiresAt, cancellationToken);
    }

    private NewGrant New(GrantKind kind, GrantKey key, string clientId) => new(kind, key, time.GetUtcNow() + options.Value.OAuth.DeviceCodeLifetime) { ClientId = clientId };

    // A keyed hash: with so few bits, whoever reads the database could find the code behind a plain one by brute force.
    private async Task<GrantKey> KeyOfAsync(string code, CancellationToken cancellationToken) =>
        GrantKey.Of(HMACSHA256.HashData(await keys.GetDirectoryKeyAsync(cancellationToken), Encoding.ASCII.GetBytes($"user code\n{code}")));

    private static GrantKey DecisionKey(byte[] deviceHandle) =>
        new(SHA256.HashData([.. "device decision\n"u8, .. deviceHandle])[..OpaqueToken.HandleBytes], SHA256.HashData(deviceHandle));
}
