namespace AuthKit.Features.EmailConfirmation;

/// <summary>The address that a link was mailed to, and that it confirms: it is void once the account has another.</summary>
internal sealed record MailedConfirmation(string Email);

/// <summary>The change of an address that waits for the new one's owner. It is void once the account has another address or a credential has changed.</summary>
/// <param name="Former">The address then.</param>
/// <param name="Email">The address to come.</param>
/// <param name="CredentialVersion">The account's then.</param>
/// <param name="SessionId">The session that asked, which goes on.</param>
internal sealed record MailedChange(string Former, string Email, int CredentialVersion, Guid SessionId);

/// <summary>The address that the owner of a former one can have back.</summary>
internal sealed record MailedUndo(string Former);
