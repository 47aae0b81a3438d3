using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Users;

/// <summary>An account, and where it lives. Its database stays open until the account is disposed of.</summary>
public sealed record Account : IAsyncDisposable
{
    internal Account(DatabaseLease database, string tenant, User user) => (Database, Tenant, User) = (database, tenant, user);

    /// <summary>The tenant, or <see cref="Tenants.Tenant.Home"/>.</summary>
    public string Tenant { get; }

    /// <summary>The account, as it was read.</summary>
    public User User { get; internal init; }

    /// <summary>The rows of the database that it lives in: where a feature keeps what belongs to the account.</summary>
    public IRecords Records => Database.Port(static records => records);

    /// <summary>The database it lives in.</summary>
    internal DatabaseLease Database { get; }

    /// <summary>Ends the use of the database.</summary>
    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <inheritdoc/>
    public override string ToString() => $"{User} of tenant '{Tenant}'";

    /// <summary>Whether an e-mail address that a request names is the account's own; none named is.</summary>
    internal bool IsCalled(string? email) => string.IsNullOrEmpty(email) || LoginName.Normalize(email) == LoginName.Normalize(User.Email);
}
