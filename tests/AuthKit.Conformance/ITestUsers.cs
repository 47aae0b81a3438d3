using AuthKit.Users;

namespace AuthKit.Conformance;

/// <summary>Accounts under test: all that a host with a table of users of its own has to bring.</summary>
public interface ITestUsers : IAsyncDisposable
{
    /// <summary>Opens an empty store of accounts.</summary>
    Task<IUserStore> OpenUsersAsync();
}
