namespace AuthKit.Mail;

/// <summary>A mail to one person, in plain text.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The body; it may hold a one-time secret and is never logged.</param>
public sealed record AuthMail(string To, string Subject, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AuthMail);
}
