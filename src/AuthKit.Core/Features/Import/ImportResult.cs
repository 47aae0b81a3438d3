namespace AuthKit.Features.Import;

/// <summary>What became of an account that was to be taken in, or what was left out of it.</summary>
public enum ImportResult
{
    /// <summary>It is taken in; in a dry run, it would be.</summary>
    Taken,

    /// <summary>It was taken in before, under its id in the source.</summary>
    ImportedBefore,

    /// <summary>An account has its e-mail address already, which stays as it is.</summary>
    EmailThere,

    /// <summary>Refused: the line cannot be read as an account.</summary>
    Unreadable,

    /// <summary>Refused: nothing from this line on can be read. What is before it is taken in.</summary>
    BrokenFile,

    /// <summary>Refused: it has no id, or one of more than 255 characters, or with characters that no database holds.</summary>
    UnusableSourceId,

    /// <summary>Refused: a field breaks a rule; the note says which.</summary>
    BrokenRule,

    /// <summary>Refused: the user name is another account's.</summary>
    UserNameTaken,

    /// <summary>Refused: its hash is malformed, of a kind that is not read here, or beyond what checking it may cost.</summary>
    UnreadablePassword,

    /// <summary>Refused: nobody may sign in to it where it comes from.</summary>
    Disabled,

    /// <summary>Taken in without its password, whose hash cannot be read (<see cref="AccountImport.DropUnreadablePasswords"/>).</summary>
    PasswordDropped,

    /// <summary>Taken in without its user name (<see cref="AccountImport.DropUnusableUserNames"/>).</summary>
    UserNameDropped,

    /// <summary>Taken in without an identity at a provider: it opens another account, its provider is not known here, or the account is a tenant's, which providers do not open.</summary>
    ExternalIdentityDropped,
}
