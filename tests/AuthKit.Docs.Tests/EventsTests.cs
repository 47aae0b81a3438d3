using AuthKit.Docs.Tests.Listening;
using AuthKit.Events;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests;

/// <summary>What docs/events.md shows, running.</summary>
public sealed class EventsTests
{
    [Test]
    public async Task A_host_hears_of_sign_ins_and_of_everything_its_own_events_included()
    {
        await using var host = await RunningHost.StartAsync((builder, database) =>
        {
            builder.Services.AddSingleton<Visits>().AddSingleton<AuditTrail>();
            Hosts.Listening(builder, database("home"));
        });

        var (status, _) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = "correct horse 7!" });
        Assert.That(status, Is.EqualTo(200));
        var (userId, known) = await host.Services.GetRequiredService<Visits>().Last.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Hosts.RaisingAsync(host.Services.GetRequiredService<IEvents>(), "spring", userId!.Value, new() { ClientId = "laravel" }, CancellationToken.None);

        Assert.That(known, Is.False);
        Assert.That((await NextAsync<Registered>(host)).UserId, Is.EqualTo(userId));
        Assert.That(await NextAsync<VoucherRedeemed>(host), Has.Property("Campaign").EqualTo("spring").And.Property("Contract").EqualTo("laravel"));
    }

    private static async Task<TEvent> NextAsync<TEvent>(RunningHost host) where TEvent : AuthEvent
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var entries = host.Services.GetRequiredService<AuditTrail>().Entries.Reader;
        while (true)
        {
            if (await entries.ReadAsync(patience.Token) is TEvent raised)
                return raised;
        }
    }
}
