using Microsoft.Extensions.Options;

namespace AuthKit.Passwords.Breached;

/// <summary>Refuses to start with a corpus in which nothing would be found.</summary>
internal sealed class BreachedPasswordValidator : IValidateOptions<AuthKitOptions>
{
    private static readonly TimeSpan LeastTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostTimeout = TimeSpan.FromSeconds(30);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. options.Passwords.Breached.Files.Distinct().Select(Check).OfType<string>(), .. Service(options.Passwords.Breached)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(static error => $"Passwords.Breached.{error}"));
    }

    private static string? Check(string path)
    {
        try
        {
            using var file = new SortedHashFile(path);
            return file.FindFlaw() is { } flaw ? $"Files: '{Path.GetFullPath(path)}' {flaw}; give it as Have I Been Pwned's downloader writes it, one SHA-1 a line, in order." : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"Files: '{path}' cannot be read ({e.GetType().Name}); name a file of sorted SHA-1 hashes that is there.";
        }
    }

    private static IEnumerable<string> Service(BreachedPasswordOptions breached)
    {
        if (breached.Timeout < LeastTimeout || breached.Timeout > MostTimeout)
            yield return "Timeout is 100 milliseconds to 30 seconds.";
        if (breached is { Online: true, Address: var address } && !(address.IsAbsoluteUri && address is { Query: "", Fragment: "", UserInfo: "" } && (address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true })))
            yield return "Address is an absolute https address without query, fragment or user information, as https://api.pwnedpasswords.com/; http on this machine will do.";
    }
}
