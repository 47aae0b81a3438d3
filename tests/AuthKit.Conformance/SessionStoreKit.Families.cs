using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class SessionStoreKit<TEngine>
{
    [Test]
    public async Task Lists_what_was_born_of_a_session_and_stands()
    {
        var (user, parent) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var second = await AddAsync(Sample.Session(user) with { ParentId = parent, CreatedAt = Sample.Now.AddSeconds(1) });
        var first = await AddAsync(Sample.Session(user) with { ParentId = parent });
        await AddAsync(Sample.Session(user) with { ParentId = parent, RevokedAt = Sample.Now });
        await AddAsync(Sample.Session(user) with { ParentId = parent, ExpiresAt = Sample.Now });
        await AddAsync(Sample.Session(user) with { ParentId = Guid.CreateVersion7() });
        await AddAsync(Sample.Session() with { ParentId = parent });
        var orphan = await AddAsync(Sample.Session(user) with { CreatedAt = Sample.Now.AddSeconds(-1) });

        Assert.That((await Sessions.ListStandingAsync(user, parent, Sample.Now, 10, default)).Select(session => session.Id), Is.EqualTo(new[] { first.Id, second.Id }));
        Assert.That((await Sessions.ListStandingAsync(user, parent, Sample.Now, 1, default)).Select(session => session.Id), Is.EqualTo(new[] { first.Id }));
        Assert.That((await Sessions.ListStandingAsync(user, null, Sample.Now, 10, default)).Select(session => session.Id), Does.Contain(orphan.Id).And.Contain(first.Id));
        Assert.That(await Sessions.ListStandingAsync(user, null, Sample.Now, 10, default), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task What_was_born_of_a_session_can_be_another_s()
    {
        var (parent, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var child = await AddAsync(Sample.Session() with { ParentId = parent });
        var stranger = await AddAsync(Sample.Session() with { ParentId = parent });

        await Sessions.AdoptAsync(child.UserId, parent, other, default);

        await StandsAsAsync(child with { ParentId = other });
        await StandsAsAsync(stranger);
    }
}
