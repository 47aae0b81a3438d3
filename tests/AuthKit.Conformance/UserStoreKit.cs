using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IUserStore"/> promises.</summary>
/// <typeparam name="TUsers">The store under test.</typeparam>
public abstract partial class UserStoreKit<TUsers> where TUsers : ITestUsers, new()
{
    private TUsers _engine = default!;

    private IUserStore Users { get; set; } = null!;

    /// <summary>Whether the store keeps <see cref="User.CredentialVersion"/>; where it does not, sessions end by revocation alone.</summary>
    protected virtual bool KeepsCredentialVersion => true;

    /// <summary>Whether the store keeps what a host decides of an account: <see cref="User.DisabledAt"/>, <see cref="User.EraseAt"/>, <see cref="User.Roles"/> and <see cref="User.Fields"/>.</summary>
    protected virtual bool KeepsDecisions => KeepsCredentialVersion;

    /// <summary>Makes the store.</summary>
    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _engine = new();
        Users = await _engine.OpenUsersAsync();
    }

    /// <summary>Takes it away.</summary>
    [OneTimeTearDown]
    public async Task CloseAsync() => await _engine.DisposeAsync();

    private async Task<User> AddAsync(User user)
    {
        Assert.That(await Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        return AsKept(user);
    }

    private User AsKept(User user) => KeepsCredentialVersion ? user : user with { CredentialVersion = null };
}
