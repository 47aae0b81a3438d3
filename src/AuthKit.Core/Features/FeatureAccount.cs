using AuthKit.Records;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Features;

/// <summary>An account that a feature does something with. Its database stays open until it is disposed of.</summary>
public sealed class FeatureAccount : IAsyncDisposable
{
    private readonly Account _account;

    internal FeatureAccount(Account account, Caller? caller) => (_account, Caller) = (account, caller);

    /// <summary>The account as it was read.</summary>
    public User User => _account.User;

    /// <summary>The tenant it lives in, or <see cref="Tenants.Tenant.Home"/>.</summary>
    public string Tenant => _account.Tenant;

    /// <summary>The rows of the database it lives in, the feature's own tables among them (<c>AddSchema</c>).</summary>
    public IRecords Records => _account.Records;

    /// <summary>Whoever asks; null where it is not the owner with a token.</summary>
    public Caller? Caller { get; }

    /// <summary>The account as second factors and sign-ins take it (<see cref="SignIns.ISecondFactor"/>, <see cref="ISignIns"/>).</summary>
    public Account Account => _account;

    /// <summary>Ends the use of the database.</summary>
    public ValueTask DisposeAsync() => _account.DisposeAsync();
}
