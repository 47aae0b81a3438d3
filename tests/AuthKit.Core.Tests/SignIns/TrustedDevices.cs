using System.Collections.Concurrent;
using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>Devices that accounts trust, in memory.</summary>
internal sealed class TrustedDevices : ITrustedDevices
{
    private readonly ConcurrentDictionary<(Guid User, string Device), bool> _trusted = new();

    public ValueTask<bool> IsTrustedAsync(Account account, string device, CancellationToken cancellationToken) => new(_trusted.ContainsKey((account.User.Id, device)));

    public Task<bool> TrustAsync(Account account, string device, FlowContext context, CancellationToken cancellationToken) => Task.FromResult(_trusted[(account.User.Id, device)] = true);
}
