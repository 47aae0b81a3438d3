using AuthKit.Sessions;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <content>An account's devices: seen by the page, named, ended.</content>
public abstract partial class SessionStoreKit<TEngine>
{
    [Test]
    public async Task Pages_of_a_users_sessions_show_each_that_stands_once_the_youngest_first()
    {
        var user = Guid.CreateVersion7();
        var standing = new List<Guid>();
        for (var i = 0; i < 7; i++)
            standing.Add((await AddAsync(Sample.Session() with { Id = Guid.CreateVersion7(Sample.Now.AddMinutes(i)), UserId = user })).Id);
        await AddAsync(Sample.Session() with { UserId = user, RevokedAt = Sample.Now });
        await AddAsync(Sample.Session() with { UserId = user, ExpiresAt = Sample.Now });
        await AddAsync(Sample.Session());

        var seen = new List<Guid>();
        IReadOnlyList<Session> page;
        do
            seen.AddRange((page = await Sessions.ListStandingAsync(user, seen.Count == 0 ? null : seen[^1], 3, Sample.Now, default)).Select(static session => session.Id));
        while (page.Count == 3);

        Assert.That(seen, Is.EqualTo(standing.AsEnumerable().Reverse()));
    }

    [Test]
    public async Task Only_its_user_ends_a_session_and_once()
    {
        var session = await AddAsync(Sample.Session());
        Assert.That(await Sessions.EndAsync(session.Id, Guid.CreateVersion7(), Sample.Now, default), Is.False);
        await StandsAsAsync(session);
        Assert.That(await Sessions.EndAsync(session.Id, session.UserId, Sample.Now, default), Is.True);
        await StandsAsAsync(session with { RevokedAt = Sample.Now });
        Assert.That(await Sessions.EndAsync(session.Id, session.UserId, Sample.Now.AddMinutes(1), default), Is.False);
        await StandsAsAsync(session with { RevokedAt = Sample.Now });
    }

    [Test]
    public async Task Only_its_user_names_a_session()
    {
        var session = await AddAsync(Sample.Session());
        Assert.That(await Sessions.RenameAsync(session.Id, Guid.CreateVersion7(), "Mine", default), Is.False);
        Assert.That(await Sessions.RenameAsync(session.Id, session.UserId, "Phone", default), Is.True);
        await StandsAsAsync(session with { Name = "Phone" });
        Assert.That(await Sessions.RenameAsync(session.Id, session.UserId, null, default), Is.True);
        await StandsAsAsync(session);
        await Sessions.RevokeAsync(session.Id, Sample.Now, default);
        Assert.That(await Sessions.RenameAsync(session.Id, session.UserId, "Late", default), Is.False);
    }

    [Test]
    public async Task A_rotation_keeps_the_address_that_it_came_from()
    {
        var session = await AddAsync(Sample.Session() with { Address = "192.0.2.1" });
        var moved = Sample.Rotation(session) with { Address = "2001:db8::1" };
        Assert.That((await Sessions.RotateAsync(moved, default)).Session!.Address, Is.EqualTo("2001:db8::1"));
        var silent = Sample.Rotation(session) with { SecretHash = moved.NextSecretHash };
        Assert.That((await Sessions.RotateAsync(silent, default)).Session!.Address, Is.EqualTo("2001:db8::1"));
    }
}
