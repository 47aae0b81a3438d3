namespace AuthKit.QuickStart.Tests;

public sealed class TwoProcessesTests : QuickStartFixture
{
    // Nodes of one service have one issuer, wherever each of them listens.
    private const string Issuer = "--AuthKit:Issuer=http://auth.example";

    [Test]
    public async Task Two_processes_on_one_database_are_one_service()
    {
        var starting = await Task.WhenAll(QuickStartProcess.StartAsync(Folder, Issuer), QuickStartProcess.StartAsync(Folder, Issuer));
        await using var one = starting[0];
        await using var two = starting[1];

        var (registered, body) = await one.PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = Password });
        var (taken, _) = await two.PostAsync("/api/v1/register", new { name = "Anna", email = "ANNA@example.com", password = Password });
        var token = (string?)body!["data"]!["access_token"];
        var (seen, _) = await two.GetAsync("/me", SampleProcess.Bearer(token));
        var (refreshed, _) = await two.PostAsync("/api/v1/token/refresh", new { refresh_token = (string?)body["data"]!["refresh_token"] });

        Assert.Multiple(() =>
        {
            Assert.That(registered, Is.EqualTo(200));
            Assert.That(taken, Is.EqualTo(422));
            Assert.That(seen, Is.EqualTo(200));
            Assert.That(refreshed, Is.EqualTo(200));
        });
    }

    [Test]
    public async Task Of_many_registrations_of_one_address_at_two_processes_one_wins()
    {
        var starting = await Task.WhenAll(QuickStartProcess.StartAsync(Folder, Issuer), QuickStartProcess.StartAsync(Folder, Issuer));
        await using var one = starting[0];
        await using var two = starting[1];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n =>
            (n % 2 == 0 ? one : two).PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = Password })));

        Assert.Multiple(() =>
        {
            Assert.That(outcomes.Count(outcome => outcome.Status == 200), Is.EqualTo(1));
            Assert.That(outcomes.Count(outcome => outcome.Status == 422), Is.EqualTo(15));
        });
    }
}
