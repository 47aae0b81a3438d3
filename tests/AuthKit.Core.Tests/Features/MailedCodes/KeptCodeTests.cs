using System.Text;
using AuthKit.Databases;
using AuthKit.Features.MailedCodes;
using AuthKit.Hosting;
using AuthKit.Records;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.MailedCodes;

/// <summary>What the database has of codes is worth nothing to whoever copies it.</summary>
internal sealed class KeptCodeTests
{
    [Test]
    public async Task Neither_code_nor_secret_nor_the_address_of_nobody_is_kept()
    {
        await using var host = new FeatureHost(Keeping.Memory, builder => builder.AddMailedCodesCore());
        await host.RegisterAsync();
        var challenge = (await host.DoAsync(MailedCodeFlows.Request, new(Email))).Challenge;
        var mail = await host.DeliverOneAsync();
        var code = mail.Subject[..6];

        var kept = await FindAsync(host, challenge);

        var text = Encoding.UTF8.GetString(kept.Accounts!);
        Assert.That(text, Does.Not.Contain(code).And.Not.Contain(Email));
        OpaqueToken.TryParse(challenge, out var asker);
        Assert.That(kept.AskerHash, Is.EqualTo(TokenSecret.Hash(asker!.Secret)).And.Not.EqualTo(asker.Secret));
    }

    [Test]
    public async Task The_hash_of_a_code_is_found_by_nobody_without_the_directory_s_key()
    {
        await using var host = new FeatureHost(Keeping.Memory, builder => builder.AddMailedCodesCore());
        var (handle, userId) = (OpaqueToken.NewHandle(), Guid.NewGuid());
        var ours = await host.Get<MailedCodeSecrets>().HashAsync(handle, "", userId, "123456", default);

        await using var other = new FeatureHost(Keeping.Memory, builder => builder.AddMailedCodesCore());

        Assert.That(await other.Get<MailedCodeSecrets>().HashAsync(handle, "", userId, "123456", default), Is.Not.EqualTo(ours));
        Assert.That(await host.Get<MailedCodeSecrets>().HashAsync(OpaqueToken.NewHandle(), "", userId, "123456", default), Is.Not.EqualTo(ours));
        Assert.That(await host.Get<MailedCodeSecrets>().HashAsync(handle, "acme", userId, "123456", default), Is.Not.EqualTo(ours));
    }

    [Test]
    public void Codes_are_six_digits_and_all_of_them_come()
    {
        var codes = Enumerable.Range(0, 20_000).Select(_ => MailedCodeSecrets.CodeOf(TokenSecret.New(), "", Guid.NewGuid())).ToList();

        Assert.That(codes, Is.All.Match(@"^\d{6}$"));
        // With all of a million as likely, some 198 pairs are equal; each first digit comes some 2,000 times.
        Assert.That(codes.Distinct().Count(), Is.GreaterThan(19_600));
        Assert.That(codes.GroupBy(code => code[0]).Select(group => group.Count()), Is.All.InRange(1700, 2300).And.Exactly(10).Items);
    }

    /// <summary>Right codes that were compared at one time: the store decides which of them signs in.</summary>
    [TestCase(Keeping.Memory)]
    [TestCase(Keeping.Sqlite)]
    public async Task Of_64_whose_code_was_right_one_uses_it_up(Keeping keeping)
    {
        await using var host = new FeatureHost(keeping, builder => builder.AddMailedCodesCore());
        var challenge = (await host.DoAsync(MailedCodeFlows.Request, new(Email))).Challenge;
        await using var home = await host.Get<HomeDatabase>().GetAsync(default);
        var (handle, now) = ((await TryFindAsync(home, challenge))!.Handle, host.Clock.GetUtcNow());

        var used = await AtOnce.RunAsync(64, _ => home.CodeChallenges.ConsumeAsync(handle, now, default));

        Assert.That(used.Count(one => one), Is.EqualTo(1));
        Assert.That(await home.CodeChallenges.BookAsync(handle, 5, now, default), Is.Null);
        Assert.That(await TryFindAsync(home, challenge), Is.Null);
    }

    [Test]
    public async Task Requests_go_when_their_time_is_over()
    {
        await using var host = new FeatureHost(Keeping.Memory, builder => builder.AddMailedCodesCore());
        var challenge = (await host.DoAsync(MailedCodeFlows.Request, new(Email))).Challenge;
        host.Clock.Advance(host.Options.MailedCodes.Lifetime);

        await using var home = await host.Get<HomeDatabase>().GetAsync(default);
        foreach (var sweep in host.Get<IEnumerable<ISweepable>>())
            await sweep.SweepAsync(home, "", host.Clock.GetUtcNow(), default);

        Assert.That(await TryFindAsync(home, challenge), Is.Null);
    }

    [Test]
    public void A_host_without_the_feature_has_no_table_of_it()
    {
        Assert.That(AuthKitSchema.Current.Tables.Select(table => table.Name), Has.None.EqualTo(CodeChallengeTable.Rows.Name));
        using var services = new ServiceCollection().AddAuthKitCore().Services.BuildServiceProvider();
        Assert.That(services.GetServices<Schema>(), Is.EqualTo(new[] { AuthKitSchema.Current }));
    }

    private static async Task<CodeChallenge> FindAsync(FeatureHost host, string challenge)
    {
        await using var home = await host.Get<HomeDatabase>().GetAsync(default);
        return (await TryFindAsync(home, challenge))!;
    }

    private static Task<CodeChallenge?> TryFindAsync(DatabaseLease home, string challenge)
    {
        OpaqueToken.TryParse(challenge, out var asker);
        return home.CodeChallenges.FindOpenAsync(asker!.Handle, TokenSecret.Hash(asker.Secret), DateTimeOffset.MinValue, default);
    }
}
