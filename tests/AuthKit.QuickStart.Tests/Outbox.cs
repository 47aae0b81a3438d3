using System.Text.RegularExpressions;

namespace AuthKit.QuickStart.Tests;

/// <summary>The pickup folder, watched for a mail with a link.</summary>
internal sealed partial class Outbox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FileSystemWatcher _watcher;
    private readonly TaskCompletionSource<string> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Outbox(string folder)
    {
        _watcher = new(Directory.CreateDirectory(Path.Combine(folder, "outbox")).FullName, "*.eml") { EnableRaisingEvents = true };
        _watcher.Created += LookForLink;
        _watcher.Changed += LookForLink;
    }

    /// <summary>The first link that arrives in a mail.</summary>
    public Task<string> LinkAsync() => _link.Task.WaitAsync(Patience);

    public void Dispose() => _watcher.Dispose();

    // A mail may be seen half written; its last change is seen as well.
    private void LookForLink(object sender, FileSystemEventArgs file)
    {
        if (Link().Match(File.ReadAllText(file.FullPath)) is { Success: true } link)
            _link.TrySetResult(link.Groups[1].Value);
    }

    [GeneratedRegex(@"^(http\S+)\r?\n", RegexOptions.Multiline)]
    private static partial Regex Link();
}
