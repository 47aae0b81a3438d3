using AuthKit.CommandLine;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static AuthKit.Contracts.Tests.Administration.Administrating;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary><c>authkit create-admin</c> makes the first administrator, and no other unless it is told to.</summary>
[NonParallelizable]
internal sealed class CreateAdminTests
{
    private static readonly HostPlan Plan = new() { Build = authKit => authKit.AddAdministration() };

    [Test]
    public async Task It_makes_an_account_with_the_role_and_writes_a_link_that_counts_once()
    {
        await using var host = await TestHost.StartAsync(Plan);

        var (exit, written) = await RunAsync(host, "--email", Administrator);
        var line = written.Split('\n').Single(static line => line.StartsWith("https://", StringComparison.Ordinal)).Trim();
        var token = System.Web.HttpUtility.ParseQueryString(new Uri(line).Query)["token"];
        var body = $$"""{"token":"{{token}}","newPassword":"{{Speaker.Password}}"}""";
        var (first, second) = (await host.PostJsonAsync("/account/password/reset", body), await host.PostJsonAsync("/account/password/reset", body));
        var root = await Pair.SignInAsync(host, Administrator);

        Assert.That((exit, first.Status < 300, second.Status), Is.EqualTo((ConsoleExit.Done, true, 400)), written);
        Assert.That((await host.AdminAsync("GET", "/users", root.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Where_there_is_an_administrator_it_makes_none_unless_it_is_told_to()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await AdministratorAsync(host);

        var (refused, said) = await RunAsync(host, "--email", "second@example.com");
        var (forced, _) = await RunAsync(host, "--email", "second@example.com", "--force");

        Assert.That((refused, forced), Is.EqualTo((ConsoleExit.Failed, ConsoleExit.Done)), said);
        Assert.That((await UsersOf(host).ListAsync(new() { Role = "admin" }, null, default)).Value!.Users, Has.Count.EqualTo(2));
    }

    /// <summary>Whoever registered the address may not own it.</summary>
    [Test]
    public async Task An_account_that_is_there_gets_the_role_where_its_owner_has_confirmed_its_address()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);

        var (refused, _) = await RunAsync(host, "--email", Speaker.Email);
        var before = (await UsersOf(host).FindByNameAsync(Speaker.Email, null, default))!;
        await UsersOf(host).UpdateAsync(before.Id, static user => user with { EmailVerified = true }, null, default);
        var (done, written) = await RunAsync(host, "--email", Speaker.Email);

        Assert.That((refused, before.Roles.Count, done), Is.EqualTo((ConsoleExit.Failed, 0, ConsoleExit.Done)));
        Assert.That(written, Does.Not.Contain("http"), "It has a password.");
        Assert.That((await UsersOf(host).FindAsync(before.Id, null, default))!.Roles, Is.EqualTo(new[] { "admin" }));
    }

    [Test]
    public async Task An_address_that_is_none_is_refused_and_not_repeated()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (exit, said) = await RunAsync(host, "--email", "no-address");
        Assert.That(exit, Is.EqualTo(ConsoleExit.Failed));
        Assert.That(said, Does.Contain("email").And.Not.Contain("no-address"));
    }

    private static async Task<(int Exit, string Written)> RunAsync(TestHost host, params string[] words)
    {
        var (output, error, text) = (Console.Out, Console.Error, new StringWriter());
        Console.SetOut(text);
        Console.SetError(text);
        try
        {
            return ((await host.Services.GetRequiredService<IHost>().RunAuthKitCommandAsync(["authkit", "create-admin", .. words]))!.Value, text.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
