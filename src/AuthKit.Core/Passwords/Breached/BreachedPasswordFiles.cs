using Microsoft.Extensions.Options;

namespace AuthKit.Passwords.Breached;

/// <summary>The files of hashes that the host has named, opened at the first new password.</summary>
internal sealed class BreachedPasswordFiles(IOptions<AuthKitOptions> options) : IBreachedPasswords, IDisposable
{
    private readonly Lazy<SortedHashFile[]> _files = new(
        () => [.. options.Value.Passwords.Breached.Files.Distinct().Select(static path => new SortedHashFile(path))],
        LazyThreadSafetyMode.PublicationOnly);

    public string Name => "file";

    public async ValueTask<BreachAnswer> FindAsync(string password, CancellationToken cancellationToken)
    {
        if (options.Value.Passwords.Breached.Files.Count == 0)
            return BreachAnswer.Absent;
        var hash = BreachedHash.Of(password);
        try
        {
            foreach (var file in _files.Value)
            {
                if (await file.ContainsAsync(hash, cancellationToken))
                    return BreachAnswer.Present;
            }

            return BreachAnswer.Absent;
        }
        catch (InvalidDataException)
        {
            return BreachAnswer.Unknown("malformed");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return BreachAnswer.Unknown("unreadable");
        }
    }

    public void Dispose()
    {
        if (!_files.IsValueCreated)
            return;
        foreach (var file in _files.Value)
            file.Dispose();
    }
}
