using AuthKit.Contracts.Tests.Harness;
using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Mail;

internal sealed class OutboxTests
{
    private static HostPlan With(IAuthMailer mailer, Action<MailOptions>? mail = null) => new()
    {
        Services = services => services.AddSingleton(mailer),
        Options = options => mail?.Invoke(options.Mail),
    };

    private static async Task RequestAsync(TestHost host, string email) =>
        Assert.That((await LaravelSpeaker.RequestResetAsync(host, email)).Status, Is.EqualTo(200));

    [TestCaseSource(typeof(Engine), nameof(Engine.All))]
    public async Task Two_nodes_send_each_mail_once(Engine engine)
    {
        const int mails = 30;
        var (left, all) = (mails, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var mailer = new StandInMailer(async _ =>
        {
            await Task.Yield();
            if (Interlocked.Decrement(ref left) == 0)
                all.SetResult();
        });
        var plan = With(mailer, mail => mail.Senders = 4) with { Engine = engine };
        await using var one = await TestHost.StartAsync(plan);
        var addresses = Enumerable.Range(0, mails).Select(i => $"user{i}@example.com").ToArray();
        await using (var other = await TestHost.StartAsync(plan with { Shared = one.Databases }))
        {
            foreach (var address in addresses)
                await Pair.RegisterAsync(one, address);
            await Task.WhenAll(addresses.Select((address, i) => RequestAsync(i % 2 == 0 ? one : other, address)));
            await all.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        Assert.That(mailer.Mails.Select(mail => mail.To), Is.EquivalentTo(addresses));
    }

    [Test]
    public async Task A_mail_that_hangs_does_not_hold_up_another()
    {
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var mailer = new StandInMailer(mail =>
        {
            if (mail.To == Speaker.Email)
                return new TaskCompletionSource().Task;
            arrived.TrySetResult(mail.To);
            return Task.CompletedTask;
        });
        await using var host = await TestHost.StartAsync(With(mailer, mail => (mail.Senders, mail.AttemptTimeout) = (2, TimeSpan.FromSeconds(20))));
        await Pair.RegisterAsync(host);
        await Pair.RegisterAsync(host, "bert@example.com");
        await RequestAsync(host, Speaker.Email);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await RequestAsync(host, "bert@example.com");

        Assert.That(await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10)), Is.EqualTo("bert@example.com"));
    }

    [Test]
    public async Task A_mail_that_fails_is_tried_again_and_carries_the_same_link()
    {
        var failures = 2;
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mailer = new StandInMailer(_ =>
        {
            if (failures-- > 0)
                throw new IOException();
            sent.TrySetResult();
            return Task.CompletedTask;
        });
        await using var host = await TestHost.StartAsync(With(mailer));
        await Pair.RegisterAsync(host);
        await RequestAsync(host, Speaker.Email);
        await host.PassTimeAsync(sent.Task);

        Assert.That(mailer.Mails, Has.Count.EqualTo(3));
        Assert.That(mailer.Mails.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_mail_that_fails_too_often_is_given_up()
    {
        var mailer = new StandInMailer(_ => throw new IOException());
        await using var host = await TestHost.StartAsync(With(mailer, mail => mail.MaxAttempts = 2));
        await Pair.RegisterAsync(host);
        await RequestAsync(host, Speaker.Email);
        await host.PassTimeAsync(host.Logs.SaysAsync("is given up after 2 attempts: IOException"));

        Assert.That(host.Logs.Entries.Single(entry => entry.Id.Id == 1731).Text, Does.Not.Contain(Speaker.Email));
        Assert.That(mailer.Mails, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_waits_can_be_read_by_nobody_and_is_sent_by_another_node()
    {
        var folder = Directory.CreateTempSubdirectory("authkit-outbox-");
        var plan = new HostPlan { Build = builder => builder.UseSqlite($"Data Source={Path.Combine(folder.FullName, "own.db")}") };
        string unknown = "nobody-knows-me@example.com", stored;
        await using (var silent = await TestHost.StartAsync(plan with { Services = services => services.Remove(services.Single(service => service.ServiceType == typeof(IAuthMailer))) }))
        {
            await Pair.RegisterAsync(silent);
            await RequestAsync(silent, unknown);
            await RequestAsync(silent, Speaker.Email);
            stored = string.Concat(folder.GetFiles().Select(file => System.Text.Encoding.Latin1.GetString(ReadShared(file))));
            Assert.That(silent.Logs.Text, Does.Contain("Mail: this host sends none"));
        }

        Assert.That(stored, Does.Contain("password-reset").And.Not.Contain(unknown));
        await using (var sending = await TestHost.StartAsync(plan))
        {
            var token = await sending.Mails.NextTokenAsync(Speaker.Email);
            Assert.That(stored, Does.Not.Contain(token.Split('.')[1]));
            Assert.That(stored, Does.Not.Contain(System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))));
        }

        folder.Delete(recursive: true);
    }

    private static byte[] ReadShared(FileInfo file)
    {
        using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
