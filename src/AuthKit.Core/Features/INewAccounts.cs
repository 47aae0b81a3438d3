using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Features;

/// <summary>Accounts that a feature makes, which its own credential opens and no password.</summary>
public interface INewAccounts
{
    /// <summary>The rules that what a new account says breaks, before any is made: the same for every address, whether it is taken or not.</summary>
    IReadOnlyList<BrokenRule> Check(NewAccount account);

    /// <summary>
    /// Makes an account in the home database, without a password and with nobody having proved to own its address. The credential that opens it
    /// has to be kept before, under <see cref="NewAccount.Id"/>, so that none is left that nothing opens; where it fails, it is to be taken away again.
    /// </summary>
    /// <returns>The account, the caller's to dispose of; <see cref="Fault.Invalid"/> where a rule is broken or the address or the user name is taken; <see cref="Fault.EmailNotConfirmed"/> where the address is taken and the host does not tell (<see cref="AccountOptions.HideExistingAccounts"/>): what a new account answers with as well.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    Task<Outcome<FeatureAccount>> CreateAsync(NewAccount account, FlowContext context, CancellationToken cancellationToken);
}

/// <summary>An account to be made.</summary>
/// <param name="Id">Its id: a UUID version 7, made for it.</param>
/// <param name="Email">The e-mail address.</param>
public sealed record NewAccount(Guid Id, string? Email)
{
    /// <summary>The user name, if any.</summary>
    public string? UserName { get; init; }

    /// <summary>What it says of its owner.</summary>
    public UserProfile Profile { get; init; } = UserProfile.Empty;
}
