using System.Security.Cryptography;
using System.Text;
using AuthKit.Events;
using AuthKit.SignIns;
using AuthKit.TwoFactor.Events;
using AuthKit.TwoFactor.Storage;
using AuthKit.Users;

namespace AuthKit.TwoFactor.Factors;

/// <summary>Devices that are remembered for a while. The token is the device's own, random and authenticated, so that its bare hash is kept.</summary>
internal sealed class TrustedDevices(TwoFactorOptions twoFactor, IEvents events, TimeProvider time) : ITrustedDevices
{
    public async ValueTask<bool> IsTrustedAsync(Account account, string device, CancellationToken cancellationToken) =>
        twoFactor.RememberDevices is not null && await account.Records.FindTrustedAsync(account.User, HashOf(device), time.GetUtcNow(), cancellationToken) is not null;

    public async Task<bool> TrustAsync(Account account, string device, FlowContext context, CancellationToken cancellationToken)
    {
        // A store that counts no credential versions could not take the trust back when a password is reset.
        if (twoFactor.RememberDevices is not { } memory || account.User.CredentialVersion is not { } version)
            return false;
        var now = time.GetUtcNow();
        var trusted = new TrustedDevice
        {
            Id = Guid.CreateVersion7(now),
            UserId = account.User.Id,
            TokenHash = HashOf(device),
            Label = DeviceLabel.Of(context.UserAgent),
            CredentialVersion = version,
            CreatedAt = now,
            ExpiresAt = now + memory,
        };
        await account.Records.TrustAsync(trusted, account.User, cancellationToken);
        await events.RaiseAsync(context, new DeviceTrusted(trusted.ExpiresAt) { UserId = account.User.Id, Tenant = account.Tenant, ClientId = context.ClientId }, cancellationToken);
        return true;
    }

    private static byte[] HashOf(string device) => SHA256.HashData(Encoding.UTF8.GetBytes(device));
}
