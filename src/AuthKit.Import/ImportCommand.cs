using System.Globalization;
using AuthKit.CommandLine;
using AuthKit.Features.Import;

namespace AuthKit.Import;

/// <summary><c>authkit import</c>: reads a file of accounts in, and says what became of them.</summary>
internal sealed class ImportCommand(IAccountImport accounts, IEnumerable<IAccountFormat> formats) : IConsoleCommand
{
    public string Name => "import";

    public string Summary => "takes accounts of another system in, with the hashes of their passwords";

    public IReadOnlyList<ConsoleOption> Options =>
    [
        new("from", "FORMAT", $"what the file is: {string.Join(", ", formats.Select(static format => format.Name).Order(StringComparer.Ordinal))}") { Required = true },
        new("file", "FILE", "the file") { Required = true },
        new("hashes", "FILE", "the file of password hashes, where the system exports them apart (auth0)"),
        new("tenant", "ALIAS", "the tenant to take them in to; without it, the home database"),
        new("source", "NAME", "what the source is called, for ids to be told apart in; without it, the format"),
        new("dry-run", null, "checks all and writes nothing"),
        new("resume", null, "goes on behind the last batch of the run before, of the same file"),
        new("trust-verified-emails", null, "keeps addresses verified that the source says are"),
        new("trust-external-identities", null, "counts identities at providers as shown to be the owner's"),
        new("drop-unreadable-passwords", null, "takes accounts whose hash cannot be read in without a password"),
        new("drop-unusable-user-names", null, "takes accounts whose user name breaks a rule or is taken in without one"),
        new("take-disabled", null, "takes accounts that the source has shut in disabled"),
        new("field", "FIELD=NAME", "what the file calls a field of the format; may be repeated"),
        new("provider", "NAME=PROVIDER", "what this host calls a provider that the file names; may be repeated"),
        new("batch-size", "NUMBER", "how many accounts there are between two checkpoints; without it, 500"),
    ];

    public async Task<int> RunAsync(ConsoleArguments arguments, ConsoleOutput console, CancellationToken cancellationToken)
    {
        if (formats.FirstOrDefault(format => format.Name == arguments["from"]) is not { } format)
            return await RefuseAsync(console, $"--from is one of: {string.Join(", ", formats.Select(static known => known.Name).Order(StringComparer.Ordinal))}.");
        if (Pairs(arguments.All("field")) is not { } fields || Pairs(arguments.All("provider")) is not { } providers)
            return await RefuseAsync(console, "--field and --provider are a name, an equals sign and a name.");
        var size = new AccountImport("").BatchSize;
        if (arguments["batch-size"] is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > 10_000))
            return await RefuseAsync(console, "--batch-size is a number from 1 to 10,000.");
        if (new[] { arguments["file"], arguments["hashes"] }.FirstOrDefault(static file => file is not null && !File.Exists(file)) is { } missing)
            return await RefuseAsync(console, $"There is no file {missing}.");

        await using var file = File.OpenRead(arguments["file"]!);
        await using var hashes = arguments["hashes"] is { } path ? File.OpenRead(path) : null;
        var import = new AccountImport(arguments["source"] ?? format.Name)
        {
            Tenant = arguments["tenant"] ?? Tenants.Tenant.Home,
            DryRun = arguments.Has("dry-run"),
            Resume = arguments.Has("resume"),
            TrustVerifiedEmails = arguments.Has("trust-verified-emails"),
            TrustExternalIdentities = arguments.Has("trust-external-identities"),
            DropUnreadablePasswords = arguments.Has("drop-unreadable-passwords"),
            DropUnusableUserNames = arguments.Has("drop-unusable-user-names"),
            TakeDisabled = arguments.Has("take-disabled"),
            BatchSize = size,
            OnNote = note => console.Out.WriteLine(ImportSentences.Of(note)),
        };
        var lines = format.ReadAsync(file, new() { FieldNames = fields, Providers = providers, PasswordHashes = hashes }, cancellationToken);
        var outcome = await accounts.RunAsync(import, lines, cancellationToken);
        if (!outcome.Succeeded(out var report, out var failure))
            return await RefuseAsync(console, ImportSentences.Of(failure));
        await console.Out.WriteLineAsync(ImportSentences.Of(report, import.DryRun));
        return report.Refused == 0 ? ConsoleExit.Done : ConsoleExit.Partly;
    }

    private static async Task<int> RefuseAsync(ConsoleOutput console, string sentence)
    {
        await console.Error.WriteLineAsync(sentence);
        return ConsoleExit.Usage;
    }

    private static Dictionary<string, string>? Pairs(IReadOnlyList<string> texts)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts)
        {
            if (text.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value])
                return null;
            pairs[name] = value;
        }

        return pairs;
    }
}
