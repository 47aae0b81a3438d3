using AuthKit.Administration;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Users.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary>Roles and claims of the host's own are in tokens from the next refresh on, and in nobody's that has no business with them.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class RoleTests(Engine engine)
{
    private HostPlan WithRoles => new()
    {
        Engine = engine,
        Build = authKit => authKit.AddRoles("admin", "editor:books").AddClaims<Company>(),
        Map = app =>
        {
            app.MapGet("/admin", () => "in").RequireAuthorization(policy => policy.RequireRole("admin"));
            app.MapGet("/books", () => "in").RequireAuthorization(policy => policy.RequireRole("editor:books"));
        },
    };

    [Test]
    public async Task A_role_is_in_tokens_from_the_next_refresh_on_and_goes_with_the_next()
    {
        await using var host = await TestHost.StartAsync(WithRoles);
        var users = host.Services.GetRequiredService<IUsers>();
        var first = await Pair.RegisterAsync(host);
        var id = (await users.FindByNameAsync(Speaker.Email, tenant: null, default))!.Id;

        Assert.That((await users.SetRolesAsync(id, ["admin"], null, default)).Value!.Roles, Is.EqualTo(new[] { "admin" }));
        var before = await StatusAsync(host, "/admin", first.Access);
        var second = await first.RefreshAsync(host);
        var (with, other) = (await StatusAsync(host, "/admin", second.Access), await StatusAsync(host, "/books", second.Access));
        await users.SetRolesAsync(id, [], null, default);
        var third = await second.RefreshAsync(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((before, with, other), Is.EqualTo((403, 200, 403)));
            Assert.That(await StatusAsync(host, "/admin", third.Access), Is.EqualTo(403));
        }
    }

    [Test]
    public async Task A_role_that_the_host_does_not_have_is_given_to_nobody()
    {
        await using var host = await TestHost.StartAsync(WithRoles);
        var users = host.Services.GetRequiredService<IUsers>();
        await new LaravelSpeaker().RegisterAsync(host);
        var id = (await users.FindByNameAsync(Speaker.Email, null, default))!.Id;

        var refused = await users.SetRolesAsync(id, ["admin", "root"], null, default);

        Assert.That(refused.Failure!.Fault, Is.EqualTo(Fault.Invalid));
        Assert.That((await users.FindAsync(id, null, default))!.Roles, Is.Empty);
    }

    /// <summary>Of two who set roles at once, whoever writes last decides, and the account is found by what it has.</summary>
    [Test]
    public async Task An_account_is_found_by_the_roles_it_has_whoever_wrote_at_once()
    {
        await using var host = await TestHost.StartAsync(WithRoles);
        var users = host.Services.GetRequiredService<IUsers>();
        await new LaravelSpeaker().RegisterAsync(host);
        var id = (await users.FindByNameAsync(Speaker.Email, null, default))!.Id;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => users.SetRolesAsync(id, [i % 2 == 0 ? "admin" : "editor:books"], null, default)));

        var roles = (await users.FindAsync(id, null, default))!.Roles;
        Assert.That(roles, Has.Count.EqualTo(1));
        foreach (var role in new[] { "admin", "editor:books" })
            Assert.That((await users.ListAsync(new() { Role = role }, null, default)).Value!.Users, Has.Count.EqualTo(roles.Contains(role) ? 1 : 0), role);
    }

    [Test]
    public async Task A_client_that_is_not_the_host_s_learns_neither_roles_nor_claims_unless_its_scope_says_so()
    {
        await using var host = await TestHost.StartAsync(WithRoles.And(new()
        {
            Options = options =>
            {
                options.OAuth.Scopes.Add(new() { Name = "roles" });
                foreach (var scope in new[] { "openid", "profile", "roles" })
                    options.Clients.Single(static client => client.Id == OAuthClients.Shop.Id).Scopes.Add(scope);
            },
        }));
        var users = host.Services.GetRequiredService<IUsers>();
        await new OAuthSpeaker().RegisterAsync(host);
        await users.SetRolesAsync((await users.FindByNameAsync(Speaker.Email, null, default))!.Id, ["admin"], null, default);

        var without = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid profile");
        var with = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid roles");

        using (Assert.EnterMultipleScope())
        {
            foreach (var token in new[] { without.Access, without.Id!, with.Id! })
                Assert.That(ClaimOf(token, "company"), Is.Null);
            Assert.That((ClaimOf(without.Access, "role"), ClaimOf(without.Id!, "role")), Is.EqualTo(((string?)null, (string?)null)));
            Assert.That((ClaimOf(with.Access, "role"), ClaimOf(with.Id!, "role")), Is.EqualTo(("admin", "admin")));
        }
    }

    private static string? ClaimOf(string token, string name) => new JsonWebToken(token).Claims.SingleOrDefault(claim => claim.Type == name)?.Value;

    private static async Task<int> StatusAsync(TestHost host, string path, string token) => (await host.GetAsync(path, Requests.Bearer(token))).Status;

    private sealed class Company : IClaimsSource
    {
        public ValueTask AddAsync(ClaimsRequest request, CancellationToken cancellationToken)
        {
            if (request.IsOwnClient)
                request.Add("company", "Acme");
            return ValueTask.CompletedTask;
        }
    }
}
