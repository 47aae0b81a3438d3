using AuthKit.Tokens;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>
/// What accounts are called, for those who only tell it on: cached for <see cref="Tokens.TokenOptions.SessionCheckInterval"/>,
/// so that nothing is to be decided by it.
/// </summary>
internal sealed class AccountNames(Accounts accounts, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _names = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });

    /// <summary>The caller's user name and address; neither where the account is gone.</summary>
    public async ValueTask<(string? UserName, string? Email)> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (key, now, interval) = ((caller.Tenant, caller.UserId), time.GetUtcNow(), options.Value.Tokens.SessionCheckInterval);
        if (_names.TryGetValue(key, out Entry? known) && (now - known!.ReadAt).Duration() < interval)
            return (known.UserName, known.Email);
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (interval > TimeSpan.Zero)
            _names.Set(key, new Entry(account?.User.UserName, account?.User.Email, now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = interval });
        return (account?.User.UserName, account?.User.Email);
    }

    public void Dispose() => _names.Dispose();

    private sealed record Entry(string? UserName, string? Email, DateTimeOffset ReadAt);
}
