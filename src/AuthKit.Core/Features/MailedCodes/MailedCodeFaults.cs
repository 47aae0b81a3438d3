namespace AuthKit.Features.MailedCodes;

/// <summary>What mailed codes fail with.</summary>
public static class MailedCodeFaults
{
    /// <summary>The code is wrong, expired or used, tried too often, or not for whoever sends it: told apart nowhere.</summary>
    public static Fault InvalidCode { get; } = new("invalid_mailed_code", Fault.InvalidCredentials, "The code is wrong, has expired or was used. Ask for another one.");
}
