namespace AuthKit.Passwords;

/// <summary>Whether a password is right and, where its hash is weaker than today's, the hash to put in its place.</summary>
internal sealed record PasswordCheck(bool IsRight, string? UpgradedHash)
{
    public static PasswordCheck Wrong { get; } = new(false, null);

    public static PasswordCheck Right { get; } = new(true, null);

    public override string ToString() => nameof(PasswordCheck);
}
