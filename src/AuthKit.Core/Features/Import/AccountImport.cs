namespace AuthKit.Features.Import;

/// <summary>An import of accounts: from where, to where, and what is taken.</summary>
/// <param name="Source">A name for where the accounts come from, 1 to 64 letters, digits, hyphens or underscores. Ids are told apart within it: the same accounts have to come under the same name again.</param>
public sealed record AccountImport(string Source)
{
    /// <summary>The tenant to take them in to.</summary>
    /// <value>Default: the home database.</value>
    public string Tenant { get; init; } = Tenants.Tenant.Home;

    /// <summary>Whether everything is checked and nothing written.</summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; init; }

    /// <summary>Whether to go on behind the last batch of the run before, of the same accounts. Without it every account is looked at again, and none made twice.</summary>
    /// <value>Default: false.</value>
    public bool Resume { get; init; }

    /// <summary>Whether an address counts as its owner's where the source says that it was verified. Whoever says so trusts how the source verifies addresses.</summary>
    /// <value>Default: false: each is unverified until its owner shows to own it.</value>
    public bool TrustVerifiedEmails { get; init; }

    /// <summary>Whether identities at providers count as shown to be the owner's. Otherwise they open the account until a credential of it is next set.</summary>
    /// <value>Default: false.</value>
    public bool TrustExternalIdentities { get; init; }

    /// <summary>Whether an account whose hash cannot be read is taken in without a password, which its owner then resets. Otherwise it is refused.</summary>
    /// <value>Default: false.</value>
    public bool DropUnreadablePasswords { get; init; }

    /// <summary>Whether an account whose user name breaks a rule or is taken is taken in without one. Otherwise it is refused.</summary>
    /// <value>Default: false.</value>
    public bool DropUnusableUserNames { get; init; }

    /// <summary>
    /// Whether an account that nobody may sign in to where it comes from is taken in disabled. Otherwise it is refused. A host's own user store
    /// that does not keep <see cref="Users.User.DisabledAt"/> would let its owner in.
    /// </summary>
    /// <value>Default: false.</value>
    public bool TakeDisabled { get; init; }

    /// <summary>How many accounts there are between two checkpoints, 1 to 10,000.</summary>
    /// <value>Default: 500.</value>
    public int BatchSize { get; init; } = 500;

    /// <summary>How many accounts of a batch are written at once, 1 to 64.</summary>
    /// <value>Default: 4.</value>
    public int AtOnce { get; init; } = 4;

    /// <summary>Told of each line that was not taken as it is, in their order: the line and the reason, never a value of it.</summary>
    public Action<ImportNote>? OnNote { get; init; }

    /// <summary>Told what became of the accounts so far, after each batch.</summary>
    public Action<ImportReport>? OnBatch { get; init; }
}
