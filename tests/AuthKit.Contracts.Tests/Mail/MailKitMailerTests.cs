using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Outages;
using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Mail;

internal sealed class MailKitMailerTests
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private static HostPlan Through(int port) => new()
    {
        Build = builder => builder.UseMailKit(smtp => (smtp.Host, smtp.Port, smtp.StartTls) = ("127.0.0.1", port, false)),
        Options = options => (options.Mail.From, options.Mail.AttemptTimeout) = ("accounts@app.example", AttemptTimeout),
    };

    private static IAuthMailer MailerOf(TestHost host) => host.Services.GetRequiredService<IAuthMailer>();

    [Test]
    public async Task A_mail_server_gets_the_mail()
    {
        using var sink = await SmtpSink.StartAsync();
        await using var host = await TestHost.StartAsync(Through(sink.Port));

        await MailerOf(host).SendAsync(new("anna@example.com", "Reset", "Xin chào"), CancellationToken.None);

        Assert.That(await sink.ReadAsync(), Does.Contain("From: accounts@app.example").And.Contain("To: anna@example.com").And.Contain("Subject: Reset"));
    }

    [Test]
    public async Task An_address_beyond_ASCII_reaches_a_server_that_takes_it()
    {
        using var sink = await SmtpSink.StartAsync();
        await using var host = await TestHost.StartAsync(Through(sink.Port));

        await MailerOf(host).SendAsync(new("nguyễn@example.com", "Reset", "Xin chào"), CancellationToken.None);

        Assert.That(await sink.ReadAsync(), Does.Contain("To: nguyễn@example.com"));
    }

    [Test]
    public async Task A_server_that_accepts_and_says_nothing_costs_one_attempt_and_loses_nothing()
    {
        using var silent = new SilentServer();
        await using var host = await TestHost.StartAsync(Through(silent.Port));
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        await silent.Reached;
        host.Clock.Advance(AttemptTimeout);
        await host.Logs.SaysAsync("Attempt 1 to send mail");

        using var sink = await SmtpSink.StartAsync();
        host.Services.GetRequiredService<IOptions<AuthKitOptions>>().Value.Mail.Smtp.Port = sink.Port;
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That(await sink.NextAsync(), Does.Contain($"To: {Speaker.Email}"));
    }
}
