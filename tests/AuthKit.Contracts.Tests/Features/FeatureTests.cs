using AuthKit.Contracts.Tests.ApiDescription;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features;
using AuthKit.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>What a host gets of a feature, and what it does not without.</summary>
internal sealed class FeatureTests
{
    private static HostPlan WithStickers => new() { Build = authKit => authKit.AddFeature(new StickersFeature()) };

    [Test]
    public async Task Without_it_there_is_no_route()
    {
        var answer = await (await SharedHost.GetAsync()).PostJsonAsync("/api/v1/sticker-album/my-stickers", "{}");

        Assert.That(answer.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_contract_may_leave_it_out_or_hang_it_elsewhere()
    {
        await using var host = await TestHost.StartAsync(WithStickers.And(new()
        {
            Build = authKit => authKit
                .AddContract<LaravelContract>(laravel => laravel.OffersFeatures = false)
                .AddContract<TenantContract>(tenant => tenant.Spelling = tenant.Spelling with { Root = "/extra" })
                .AddContract<MessageCodeContract>(contract => contract.Change(routes => routes.Remove("GET", "/User/StickerAlbum/MyStickers"))),
        }));

        var left = await host.GetAsync("/api/v1/sticker-album/my-stickers");
        var moved = await host.GetAsync("/api/auth/extra/sticker-album/my-stickers");
        var removed = await host.GetAsync("/User/StickerAlbum/MyStickers");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.Status, Is.EqualTo(404));
            Assert.That(moved.Status, Is.EqualTo(401));
            Assert.That(removed.Status, Is.EqualTo(405));
        }
    }

    [Test]
    public async Task Adding_it_twice_adds_it_once()
    {
        await using var host = await TestHost.StartAsync(WithStickers.And(WithStickers));

        Assert.That(host.Services.GetServices<Feature>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Its_weak_options_are_logged_and_those_that_it_cannot_work_with_keep_the_host_from_starting()
    {
        await using var host = await TestHost.StartAsync(WithStickers);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestHost.StartAsync(WithStickers with { Options = options => options.Audience = "nobody" }));

        Assert.That(host.Logs.Text, Does.Contain("feature 'stickers': Stickers are no proof of anything."));
        Assert.That(refused!.Failures, Does.Contain("feature 'stickers': Audience 'nobody' collects no stickers."));
    }

    [Test]
    public async Task A_route_that_the_contract_has_is_not_taken_from_it()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(new() { Build = authKit => authKit.AddFeature(new Intruder()) }));

        Assert.That(refused!.Message, Is.EqualTo("POST /login is a route of the contract's, or of another feature's. Give the contract's Spelling another Root."));
    }

    [Test]
    public async Task Each_contracts_description_has_its_routes()
    {
        await using var host = await TestHost.StartAsync(WithStickers.And(new()
        {
            Services = services => services.AddOpenApi(openApi => openApi.AddAuthKit()),
            Map = app => app.MapOpenApi(),
        }));
        var document = new ApiDocument(await host.Http.GetStringAsync("/openapi/v1.json"));

        string[] posts = ["/api/v1/authenticate/sticker-album/my-stickers", "/api/v1/sticker-album/my-stickers", "/User/StickerAlbum/MyStickers", "/sticker_album/my_stickers", "/api/auth/sticker-album/my-stickers"];
        Assert.That(posts.Select(path => document.Operation("POST", path)), Is.All.Not.Null);
        Assert.That(posts.Select(path => (string?)document.Operation("DELETE", path + "/{id}")?["parameters"]?[0]?["in"]), Is.All.EqualTo("path"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Members("LaravelStickerModel"), Is.EqualTo("sticker_id,sticker_name,is_rare"));
            Assert.That(Members("MessageCodeStickerModel"), Is.EqualTo("StickerId,StickerName,IsRare"));
            Assert.That(Members("TenantStickerModel"), Is.EqualTo("stickerId,stickerName,isRare"));
            Assert.That(Members("LaravelStickerAlbumMyStickersRequest"), Is.EqualTo("sticker_name,is_rare,raw_data"));
            Assert.That(document.Operation("POST", "/api/v1/sticker-album/my-stickers")!["responses"]!["409"], Is.Not.Null);
        }

        string Members(string model) => string.Join(',', document.Model(model)["properties"]!.AsObject().Select(member => member.Key));
    }

    private sealed class Intruder() : Feature("intruder")
    {
        public override void Map(FeatureRoutes routes) => routes.SignIn("login", Flows.Login, r => new(r["email"], r["password"]));
    }
}
