using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>What accounts are called, for those who only tell it on: as of a moment ago, so that nothing is to be decided by it.</summary>
internal sealed class AccountNames(Accounts accounts, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private readonly RecentReads<(string Tenant, Guid UserId), (string? UserName, string? Email)> _names = new(options, time);

    /// <summary>The caller's user name and address; neither where the account is gone.</summary>
    public async ValueTask<(string? UserName, string? Email)> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (key, now) = ((caller.Tenant, caller.UserId), time.GetUtcNow());
        if (_names.TryGet(key, out var known))
            return known;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        var read = (account?.User.UserName, account?.User.Email);
        _names.Keep(key, read, now);
        return read;
    }

    public void Dispose() => _names.Dispose();
}
