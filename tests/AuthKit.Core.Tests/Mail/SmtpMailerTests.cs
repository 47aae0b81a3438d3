using AuthKit.Mail;
using Microsoft.Extensions.Options;

namespace AuthKit.Core.Tests.Mail;

public sealed class SmtpMailerTests
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TearDown]
    public void Delete()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_pickup_folder_gets_a_file_in_which_a_long_link_stands_whole()
    {
        var options = new AuthKitOptions();
        options.Mail.PickupDirectory = _folder;
        var link = new Uri($"https://app.example/reset-password?token={new string('x', 400)}");

        await new SmtpMailer(Options.Create(options)).SendAsync(MailTexts.PasswordReset("anna@example.com", link), CancellationToken.None);

        var mail = await File.ReadAllTextAsync(Directory.GetFiles(_folder, "*.eml").Single());
        Assert.Multiple(() =>
        {
            Assert.That(mail, Does.Contain("To: anna@example.com"));
            Assert.That(mail, Does.Contain(link.AbsoluteUri));
        });
    }

    [Test]
    public async Task A_mail_server_gets_the_mail()
    {
        using var sink = await SmtpSink.StartAsync();
        var options = new AuthKitOptions();
        options.Mail.From = "accounts@app.example";
        options.Mail.Smtp.Host = "127.0.0.1";
        options.Mail.Smtp.Port = sink.Port;
        options.Mail.Smtp.StartTls = false;

        await new SmtpMailer(Options.Create(options)).SendAsync(new("anna@example.com", "Đặt lại mật khẩu", "Xin chào"), CancellationToken.None);

        var mail = await sink.ReadAsync();
        Assert.Multiple(() =>
        {
            Assert.That(mail, Does.Contain("From: accounts@app.example").And.Contain("To: anna@example.com"));
            Assert.That(mail, Does.Contain(Convert.ToBase64String("Xin chào"u8)));
        });
    }
}
