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
}
