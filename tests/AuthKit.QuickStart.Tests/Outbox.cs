using System.Text.RegularExpressions;

namespace AuthKit.QuickStart.Tests;

/// <summary>The pickup folder, watched for a mail with a link to the page for a new password.</summary>
internal sealed partial class Outbox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FileSystemWatcher _watcher;
    private readonly TaskCompletionSource<string> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Outbox(string folder)
    {
        _watcher = new(Directory.CreateDirectory(Path.Combine(folder, "outbox")).FullName, "*.eml") { EnableRaisingEvents = true };
        _watcher.Renamed += LookForLink;
    }

    /// <summary>The first link that arrives in a mail.</summary>
    public Task<string> LinkAsync() => _link.Task.WaitAsync(Patience);

    public void Dispose() => _watcher.Dispose();

    /// <summary>Waits until the folder holds so many mails.</summary>
    public async Task HoldsAsync(int mails)
    {
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _watcher.Renamed += (_, _) => Count();
        Count();
        await full.Task.WaitAsync(Patience);

        void Count()
        {
            if (Directory.GetFiles(_watcher.Path, "*.eml").Length >= mails)
                full.TrySetResult();
        }
    }

    private void LookForLink(object sender, FileSystemEventArgs file)
    {
        if (Link().Match(File.ReadAllText(file.FullPath)) is { Success: true } link)
            _link.TrySetResult(link.Groups[1].Value);
    }

    [GeneratedRegex(@"^(http\S+/reset-password\?\S+)\r?\n", RegexOptions.Multiline)]
    private static partial Regex Link();
}
