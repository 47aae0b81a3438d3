using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AuthKit.Contracts.Tests.Mail;

/// <summary>A mail server of another make (Debian's aiosmtpd), which files what it receives in a maildir.</summary>
internal sealed class SmtpSink : IDisposable
{
    private const string Program = "/usr/bin/aiosmtpd";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("authkit-smtp-").FullName;
    private readonly Process _process;

    private SmtpSink(int port)
    {
        Port = port;
        var arguments = new[] { "-n", "-u", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Maildir };
        _process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardError = true })!;
    }

    public int Port { get; }

    // The server makes it; one that is there already it takes for complete.
    private string Maildir => Path.Combine(_folder, "mails");

    public static async Task<SmtpSink> StartAsync()
    {
        if (!File.Exists(Program))
            Assert.Ignore("aiosmtpd is not installed (Debian's python3-aiosmtpd).");
        var sink = new SmtpSink(FreePort());
        using var timeout = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(sink.Port, timeout.Token))
            timeout.Token.ThrowIfCancellationRequested();
        return sink;
    }

    /// <summary>The only mail that has been received; the server answers the sender only once it is filed.</summary>
    public Task<string> ReadAsync() => File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(Maildir, "new")).Single());

    /// <summary>The first mail that arrives.</summary>
    public async Task<string> NextAsync()
    {
        using var watcher = new FileSystemWatcher(Path.Combine(Maildir, "new")) { EnableRaisingEvents = true };
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => arrived.TrySetResult();
        watcher.Renamed += (_, _) => arrived.TrySetResult();
        if (Directory.GetFiles(Path.Combine(Maildir, "new")).Length == 0)
            await arrived.Task.WaitAsync(Patience);
        return await ReadAsync();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
