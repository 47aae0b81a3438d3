using AuthKit.Databases;

namespace AuthKit.Users;

/// <summary>An account, and where it lives. The database stays open until the account is disposed of.</summary>
/// <param name="Database">The database it lives in.</param>
/// <param name="Tenant">The tenant, or <see cref="Tenants.Tenant.Home"/>.</param>
/// <param name="User">The account.</param>
internal sealed record Account(DatabaseLease Database, string Tenant, User User) : IAsyncDisposable
{
    /// <summary>Whether an e-mail address that a request names is the account's own; none named is.</summary>
    public bool IsCalled(string? email) => string.IsNullOrEmpty(email) || LoginName.Normalize(email) == LoginName.Normalize(User.Email);

    /// <summary>Ends the use of the database.</summary>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
