using AuthKit.Sessions;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="ISessionStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract partial class SessionStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private ISessionStore Sessions => Database.Sessions;

    private async Task<Session> AddAsync(Session session)
    {
        await Sessions.CreateAsync(session, default);
        return session;
    }

    private async Task StandsAsAsync(Session expected) =>
        Assert.That(await Sessions.FindAsync(expected.Id, default), Is.EqualTo(expected).UsingPropertiesComparer());

    [Test]
    public async Task Gives_back_every_field()
    {
        await StandsAsAsync(await AddAsync(Sample.Session() with
        {
            Salt = Sample.Bytes(16),
            AuthenticatedAt = Sample.Now.AddMicroseconds(-1),
            LastUsedAt = Sample.Now.AddMicroseconds(1),
            RevokedAt = Sample.Now.AddHours(2),
            CredentialVersion = 3,
            ParentId = Guid.CreateVersion7(),
            Confirmation = $"x5t#S256:{new string('k', 43)}",
            Details = $$"""{"resources":["{{new string('ü', 3900)}}"]}""",
            Device = new string('ü', 128),
            Address = "fe80::ffff:ffff:ffff:ffff%eth0",
            Name = "Ngà's phone 📱",
        }));
    }

    [Test]
    public async Task Gives_back_a_session_without_refresh_token()
    {
        await StandsAsAsync(await AddAsync(Sample.Session() with { SecretHash = null, Scope = "" }));
    }

    [Test]
    public async Task Finds_nothing_where_there_is_nothing() =>
        Assert.That(await Sessions.FindAsync(Guid.CreateVersion7(), default), Is.Null);

    [Test]
    public async Task Removes_what_has_expired_and_nothing_else()
    {
        var then = Sample.Now.AddYears(-1);
        var before = await AddAsync(Sample.Session() with { ExpiresAt = then.AddMicroseconds(-1) });
        var at = await AddAsync(Sample.Session() with { ExpiresAt = then });
        var after = await AddAsync(Sample.Session() with { ExpiresAt = then.AddMicroseconds(1) });
        var revoked = await AddAsync(Sample.Session() with { RevokedAt = then });
        Assert.That(await Sessions.DeleteExpiredAsync(then, default), Is.EqualTo(2));
        Assert.That(await Sessions.FindAsync(before.Id, default), Is.Null);
        Assert.That(await Sessions.FindAsync(at.Id, default), Is.Null);
        await StandsAsAsync(after);
        await StandsAsAsync(revoked);
        Assert.That(await Sessions.DeleteExpiredAsync(then, default), Is.Zero);
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var session = await AddAsync(Sample.Session());
        var never = Sample.Session();
        Cancelled.Refuses(
            token => Sessions.CreateAsync(never, token),
            token => Sessions.RotateAsync(Sample.Rotation(session), token),
            token => Sessions.FindAsync(session.Id, token),
            token => Sessions.RevokeAsync(session.Id, Sample.Now, token),
            token => Sessions.RevokeByHandleAsync(session.Handle, session.UserId, Sample.Now, token),
            token => Sessions.EndAsync(session.Id, session.UserId, Sample.Now, token),
            token => Sessions.RenameAsync(session.Id, session.UserId, "Phone", token),
            token => Sessions.ListStandingAsync(session.UserId, null, 10, Sample.Now, token),
            token => Sessions.RebindAsync(session.Id, session.UserId, 1, token),
            token => Sessions.RevokeAllAsync(session.UserId, null, Sample.Now, token),
            token => Sessions.DeleteExpiredAsync(Sample.Now.AddYears(9), token));
        Assert.That(await Sessions.FindAsync(never.Id, default), Is.Null);
        await StandsAsAsync(session);
    }
}
