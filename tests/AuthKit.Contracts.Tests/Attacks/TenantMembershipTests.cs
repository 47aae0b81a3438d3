using System.Net;
using System.Net.Sockets;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Tenants;
using AuthKit.Users.Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>Who knows what a tenant is called is not thereby its member.</summary>
internal sealed class TenantMembershipTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [TestCase(TenantRegistration.Closed)]
    [TestCase(TenantRegistration.ByInvitation)]
    public async Task A_tenant_that_is_not_open_looks_like_none(TenantRegistration registration)
    {
        await using var host = await StartAsync(registration);
        var unknown = await TenantSpeaker.RegisterInAsync(host, "no such tenant");

        foreach (var selector in new[] { "demo", host.Databases.DemoConnection.Replace("\\", "\\\\", StringComparison.Ordinal) })
        {
            var refused = await TenantSpeaker.RegisterInAsync(host, selector);
            Assert.That((refused.Status, refused.Body), Is.EqualTo((unknown.Status, unknown.Body)));
        }

        Assert.That(unknown.Status, Is.EqualTo(400));
        Assert.That((await TenantSpeaker.RegisterInAsync(host, "second")).Status, Is.EqualTo(201), "another tenant");
    }

    [Test]
    public async Task Members_of_a_closed_tenant_sign_in()
    {
        await using var open = await TestHost.StartAsync();
        await new TenantSpeaker().RegisterAsync(open);
        await using var closed = await StartAsync(TenantRegistration.Closed, open.Databases);

        Assert.That((await new TenantSpeaker().SignInAsync(closed)).Status, Is.EqualTo(200));
    }

    [TestCase(TenantRegistration.Open, true)]
    [TestCase(TenantRegistration.ByInvitation, false)]
    [TestCase(TenantRegistration.Closed, false)]
    public async Task An_open_tenant_is_warned_of(TenantRegistration registration, bool warned)
    {
        await using var host = await StartAsync(registration);

        Assert.That(host.Logs.Text.Contains("whoever knows the alias 'demo'", StringComparison.Ordinal), Is.EqualTo(warned));
    }

    [Test]
    public async Task An_invitation_admits_one_account_with_its_address()
    {
        await using var host = await StartAsync(TenantRegistration.ByInvitation);
        var invitation = await Invitations(host).InviteAsync("demo", Speaker.Email, Week);

        Assert.That((await TenantSpeaker.RegisterInAsync(host, invitation, "bert@example.com")).Status, Is.EqualTo(400), "another's");
        Assert.That((await TenantSpeaker.RegisterInAsync(host, invitation[..^2], Speaker.Email)).Status, Is.EqualTo(400), "damaged");
        Assert.That((await TenantSpeaker.RegisterInAsync(host, invitation)).Status, Is.EqualTo(201));
        Assert.That((await TenantSpeaker.RegisterInAsync(host, invitation)).Status, Is.EqualTo(400), "used");
        Assert.That((await host.MeAsync((await new TenantSpeaker().SignInAsync(host)).Member("token")!)).Member("tid"), Is.EqualTo("demo"));
    }

    [Test]
    public async Task An_invitation_used_by_many_at_once_makes_one_account()
    {
        await using var host = await StartAsync(TenantRegistration.ByInvitation);
        var invitation = await Invitations(host).InviteAsync("demo", Speaker.Email, Week);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TenantSpeaker.RegisterInAsync(host, invitation)));

        Assert.That(answers.Count(answer => answer.Status == 201), Is.EqualTo(1));
    }

    [Test]
    public async Task An_invitation_is_not_lost_on_a_registration_that_is_refused()
    {
        await using var host = await StartAsync(TenantRegistration.ByInvitation);
        var invitation = await Invitations(host).InviteAsync("demo", Speaker.Email, Week);

        Assert.That((await TenantSpeaker.RegisterInAsync(host, invitation, password: "short")).Status, Is.EqualTo(400));
        Assert.That((await TenantSpeaker.RegisterInAsync(host, invitation)).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task An_invitation_ends()
    {
        await using var host = await StartAsync(TenantRegistration.ByInvitation);
        var invitation = await Invitations(host).InviteAsync("demo", Speaker.Email, Week);
        host.Clock.Advance(Week);

        Assert.That((await TenantSpeaker.RegisterInAsync(host, invitation)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Nobody_is_invited_to_a_tenant_that_takes_no_invitations()
    {
        await using var host = await StartAsync(TenantRegistration.Closed);

        foreach (var tenant in new[] { "demo", "second", "", "none" })
            Assert.That(() => Invitations(host).InviteAsync(tenant, Speaker.Email, Week), Throws.ArgumentException);
    }

    [Test]
    public async Task One_address_does_not_take_all_the_places_of_databases_that_callers_bring()
    {
        var folder = Directory.CreateTempSubdirectory("authkit-brought-");
        await using (var host = await TestHost.StartAsync(new() { Build = builder => builder.AllowClientDatabases(policy =>
        {
            policy.Engines.Add(DatabaseEngine.Sqlite);
            policy.SqliteFolder = folder.FullName;
            policy.MaxTenants = 4;
            policy.Timeout = TimeSpan.FromSeconds(1);
            policy.AcceptThatStrangersChooseWhereThisServerConnects = true;
        }) }))
        {
            Assert.That(await BringAsync(host, "127.0.0.2", "one"), Is.EqualTo(201));
            var second = BringAsync(host, "127.0.0.2", "two");
            await host.PassTimeAsync(second);
            Assert.That(await second, Is.EqualTo(400));
            Assert.That(await BringAsync(host, "127.0.0.2", "one"), Is.EqualTo(201), "the one that has its place");
            Assert.That(await BringAsync(host, "127.0.0.3", "three"), Is.EqualTo(201), "another caller");
        }

        folder.Delete(recursive: true);
    }

    private static async Task<int> BringAsync(TestHost host, string from, string database)
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = host.Address };
        using var body = new StringContent($$"""{"email":"{{Guid.NewGuid():N}}@example.com","password":"{{Speaker.Password}}","db":{"connectionString":"Data Source={{database}}.db","keyIdentifier":"SQLITE" } }""");
        body.Headers.ContentType = new("application/json");
        using var response = await http.PostAsync(new Uri("/api/auth/register", UriKind.Relative), body);
        return (int)response.StatusCode;
    }

    private static ITenantInvitations Invitations(TestHost host) => host.Services.GetRequiredService<ITenantInvitations>();

    private static Task<TestHost> StartAsync(TenantRegistration registration, TestDatabases? shared = null) => TestHost.StartAsync(new()
    {
        Shared = shared,
        Options = options =>
        {
            var demo = options.Tenants.Single(tenant => tenant.Alias == "demo");
            options.Tenants[options.Tenants.IndexOf(demo)] = demo with { Registration = registration };
        },
    });
}
