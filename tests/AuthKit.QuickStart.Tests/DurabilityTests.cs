using System.Collections.Concurrent;

namespace AuthKit.QuickStart.Tests;

public sealed class DurabilityTests : QuickStartFixture
{
    [Test]
    public async Task Every_acknowledged_account_survives_a_SIGKILL_in_the_midst_of_registrations()
    {
        const int enough = 40;
        var acknowledged = new ConcurrentBag<string>();
        await using (var killed = await QuickStartProcess.StartAsync(Folder))
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => RegisterUntilKilledAsync(killed, writer)));
            var writing = Task.WhenAll(writers.ToArray());
            await Task.WhenAny(reached.Task, writing);
            await killed.KillAsync();
            await writing;

            async Task RegisterUntilKilledAsync(SampleProcess host, int writer)
            {
                for (var n = 0; ; n++)
                {
                    var email = $"user{writer}.{n}@example.com";
                    try
                    {
                        var (status, _) = await host.PostAsync("/api/v1/register", new { name = "Anna", email, password = Password });
                        Assert.That(status, Is.EqualTo(200));
                        acknowledged.Add(email);
                        if (acknowledged.Count >= enough)
                            reached.TrySetResult();
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }
                }
            }
        }

        await using var restarted = await QuickStartProcess.StartAsync(Folder);
        foreach (var email in acknowledged)
        {
            var (status, _) = await restarted.PostAsync("/api/v1/login", new { email, password = Password });
            Assert.That(status, Is.EqualTo(200), email);
        }

        Assert.That(acknowledged, Has.Count.GreaterThanOrEqualTo(enough));
    }

    [Test]
    public async Task Every_acknowledged_mail_is_sent_after_a_SIGKILL()
    {
        const int mails = 20;
        // No folder can be made beneath a file, so that nothing is sent before the kill.
        var file = Path.Combine(Folder, "file");
        await File.WriteAllTextAsync(file, "");
        string[] settings = ["--AuthKit:Mail:AttemptTimeout=00:00:01"];
        await using (var killed = await QuickStartProcess.StartAsync(Folder, [.. settings, $"--AuthKit:Mail:PickupDirectory={Path.Combine(file, "outbox")}"]))
        {
            for (var n = 0; n < mails; n++)
            {
                await killed.PostAsync("/api/v1/register", new { name = "Anna", email = $"user{n}@example.com", password = Password });
                var (status, _) = await killed.PostAsync("/api/v1/password/email", new { email = $"user{n}@example.com" });
                Assert.That(status, Is.EqualTo(200));
            }

            await killed.KillAsync();
        }

        using var outbox = new Outbox(Folder);
        await using var restarted = await QuickStartProcess.StartAsync(Folder, settings);
        await outbox.HoldsAsync(mails);
    }
}
