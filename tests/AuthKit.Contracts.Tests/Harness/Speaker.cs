namespace AuthKit.Contracts.Tests.Harness;

/// <summary>One of the contracts, as a client speaks it: the same few requests in six spellings.</summary>
internal abstract class Speaker
{
    public const string Email = "anna@example.com";
    public const string Password = "correct horse 7!";

    /// <summary>Those whose contract has a route that takes a password and answers with tokens.</summary>
    public static IReadOnlyList<Speaker> OfPasswords { get; } = [new ConnectSpeaker(), new LaravelSpeaker(), new MessageCodeSpeaker(), new TenantSpeaker(), new AccountSpeaker()];

    public static IReadOnlyList<Speaker> All { get; } = [.. OfPasswords, new OAuthSpeaker()];

    /// <summary>The contract's name.</summary>
    public abstract string Contract { get; }

    public abstract Task<Answer> RegisterAsync(TestHost host, string email = Email, string password = Password);

    public abstract Task<Answer> SignInAsync(TestHost host, string email = Email, string password = Password);

    public sealed override string ToString() => Contract;
}
