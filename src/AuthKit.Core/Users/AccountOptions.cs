namespace AuthKit.Users;

/// <summary>What registering tells, and who may sign in.</summary>
public sealed class AccountOptions
{
    /// <summary>
    /// Whether an account signs in only once its owner has shown to own its e-mail address. Until then a right password fails with
    /// <see cref="Fault.EmailNotConfirmed"/>, and a registration hands out no tokens. It needs <c>AddEmailConfirmation</c>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool RequireConfirmedEmail { get; set; }

    /// <summary>
    /// Whether a registration is answered the same, in the same time, where its address has an account already: nothing is changed
    /// then, and the owner is told by mail. A right password of an account that is not confirmed is refused as a wrong one, because
    /// whoever registers somebody else's address would know by it whether there was an account. User names are not hidden. It needs
    /// <see cref="RequireConfirmedEmail"/>.
    /// </summary>
    /// <value>Default: false; a registration says that an address is taken.</value>
    public bool HideExistingAccounts { get; set; }

    /// <summary>
    /// Whether an account keeps the day on which its owner last signed in or refreshed a session, so that those are found who do not come any more. It costs
    /// a write a day for an account that is used. <c>AddAdministration</c> turns it on.
    /// </summary>
    /// <value>Default: false.</value>
    public bool KeepLastSeen { get; set; }
}
