using AuthKit.Mail;
using Microsoft.Extensions.Options;

namespace AuthKit.Core.Tests.Mail;

public sealed class PickupMailerTests
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TearDown]
    public void Delete()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private PickupMailer Mailer()
    {
        var options = new AuthKitOptions();
        options.Mail.PickupDirectory = _folder;
        options.Mail.From = "accounts@app.example";
        return new(Options.Create(options), TimeProvider.System);
    }

    private Task<string> OnlyMailAsync() => File.ReadAllTextAsync(Directory.GetFiles(_folder).Single());

    [Test]
    public async Task The_folder_gets_a_file_in_which_a_long_link_stands_whole()
    {
        var link = new Uri($"https://app.example/reset-password?token={new string('x', 400)}");

        await Mailer().SendAsync(MailTexts.PasswordReset("anna@example.com", link), CancellationToken.None);

        var mail = await OnlyMailAsync();
        Assert.Multiple(() =>
        {
            Assert.That(mail, Does.StartWith("From: accounts@app.example\r\nTo: anna@example.com\r\nSubject: Reset your password\r\n"));
            Assert.That(mail, Does.Contain($"\r\n\r\n{link.AbsoluteUri}\r\n"));
        });
    }

    [Test]
    public async Task A_subject_beyond_ASCII_is_in_encoded_words_of_the_length_allowed()
    {
        var subject = string.Concat(Enumerable.Repeat("Đặt lại mật khẩu 🔑 ", 8)).TrimEnd();

        await Mailer().SendAsync(new("anna@example.com", subject, "Xin chào"), CancellationToken.None);

        var mail = await OnlyMailAsync();
        var words = mail.Split("Subject: ")[1].Split("\r\nDate:")[0].Split("\r\n ");
        Assert.That(words, Has.All.Length.LessThanOrEqualTo(75).And.All.StartsWith("=?utf-8?B?"));
        Assert.That(string.Concat(words.Select(word => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(word[10..^2])))), Is.EqualTo(subject));
        Assert.That(mail, Does.EndWith("\r\n\r\nXin chào\r\n"));
    }

    [Test]
    public async Task A_subject_or_an_address_adds_no_header()
    {
        await Mailer().SendAsync(new("anna@example.com", "Hello\r\nBcc: eve@example.com", "Text"), CancellationToken.None);

        Assert.That(await OnlyMailAsync(), Does.Not.Contain("\nBcc:"));
        await Assert.ThrowsAsync<FormatException>(() => Mailer().SendAsync(new("anna@example.com\r\nBcc: eve@example.com", "Hello", "Text"), CancellationToken.None));
    }

    /// <summary>A collector sees a file under the name that it looks for only when it is whole: by its renaming, not by its creation.</summary>
    [Test]
    public async Task A_mail_is_never_seen_half_written()
    {
        using var watcher = new FileSystemWatcher(Directory.CreateDirectory(_folder).FullName, "*.eml") { EnableRaisingEvents = true };
        var seen = new TaskCompletionSource<WatcherChangeTypes>(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, change) => seen.TrySetResult(change.ChangeType);
        watcher.Changed += (_, change) => seen.TrySetResult(change.ChangeType);
        watcher.Renamed += (_, change) => seen.TrySetResult(change.ChangeType);

        await Mailer().SendAsync(new("anna@example.com", "Hello", new('x', 100_000)), CancellationToken.None);

        Assert.That(await seen.Task.WaitAsync(TimeSpan.FromSeconds(10)), Is.EqualTo(WatcherChangeTypes.Renamed));
    }

    [Test]
    public async Task A_mail_that_cannot_be_written_leaves_nothing_behind()
    {
        await Assert.CatchAsync<OperationCanceledException>(() => Mailer().SendAsync(new("anna@example.com", "Hello", "Text"), new CancellationToken(canceled: true)));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }
}
