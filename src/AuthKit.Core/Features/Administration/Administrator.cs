using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>An administrator who does something, and in which database.</summary>
internal sealed record Administrator(FeatureAccount Account, string Tenant, UserChangeGuard Guard) : IAsyncDisposable
{
    /// <summary>Whose token it is.</summary>
    public Guid Id => Account.User.Id;

    public ValueTask DisposeAsync() => Account.DisposeAsync();
}
