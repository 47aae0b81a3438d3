using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class SessionStoreKit<TEngine>
{
    [Test]
    public async Task Ends_one_session_and_no_other()
    {
        var session = await AddAsync(Sample.Session());
        var other = await AddAsync(Sample.Session(session.UserId));
        await Sessions.RevokeAsync(session.Id, Sample.Now.AddHours(1), default);
        await StandsAsAsync(session with { RevokedAt = Sample.Now.AddHours(1) });
        await StandsAsAsync(other);
    }

    [Test]
    public async Task Keeps_the_time_at_which_a_session_ended_first()
    {
        var session = await AddAsync(Sample.Session() with { RevokedAt = Sample.Now });
        await Sessions.RevokeAsync(session.Id, Sample.Now.AddHours(1), default);
        await Sessions.RevokeByHandleAsync(session.Handle, session.UserId, Sample.Now.AddHours(1), default);
        await Sessions.RevokeAllAsync(session.UserId, null, Sample.Now.AddHours(1), default);
        await StandsAsAsync(session);
    }

    [Test]
    public async Task Ends_a_session_by_handle()
    {
        var session = await AddAsync(Sample.Session());
        var other = await AddAsync(Sample.Session(session.UserId));
        await Sessions.RevokeByHandleAsync(session.Handle, session.UserId, Sample.Now, default);
        await StandsAsAsync(session with { RevokedAt = Sample.Now });
        await StandsAsAsync(other);
    }

    [Test]
    public async Task Ends_no_session_of_another_user_by_handle()
    {
        var session = await AddAsync(Sample.Session());
        await Sessions.RevokeByHandleAsync(session.Handle, Guid.CreateVersion7(), Sample.Now, default);
        await StandsAsAsync(session);
    }

    [Test]
    public async Task Ends_all_sessions_of_a_user()
    {
        var one = await AddAsync(Sample.Session());
        var two = await AddAsync(Sample.Session(one.UserId));
        var other = await AddAsync(Sample.Session());
        await Sessions.RevokeAllAsync(one.UserId, null, Sample.Now, default);
        await StandsAsAsync(one with { RevokedAt = Sample.Now });
        await StandsAsAsync(two with { RevokedAt = Sample.Now });
        await StandsAsAsync(other);
    }

    [Test]
    public async Task Ends_all_sessions_of_a_user_but_one()
    {
        var kept = await AddAsync(Sample.Session());
        var ended = await AddAsync(Sample.Session(kept.UserId));
        await Sessions.RevokeAllAsync(kept.UserId, kept.Id, Sample.Now, default);
        await StandsAsAsync(kept);
        await StandsAsAsync(ended with { RevokedAt = Sample.Now });
    }

    [Test]
    public async Task Ends_more_sessions_of_a_user_than_one_statement_takes()
    {
        const int Many = 2100;
        var kept = await AddAsync(Sample.Session());
        var ended = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Sample.Session(kept.UserId) with { CreatedAt = Sample.Now.AddSeconds(i / 10) }).Select(AddAsync));
        await Sessions.RevokeAllAsync(kept.UserId, kept.Id, Sample.Now, default);
        await StandsAsAsync(kept);
        foreach (var session in ended)
            Assert.That((await Sessions.FindAsync(session.Id, default))!.RevokedAt, Is.EqualTo(Sample.Now));
    }

    [Test]
    public async Task Has_a_session_count_under_another_credential_version()
    {
        var session = await AddAsync(Sample.Session());
        var other = await AddAsync(Sample.Session(session.UserId));
        await Sessions.RebindAsync(session.Id, session.UserId, 2, default);
        await StandsAsAsync(session with { CredentialVersion = 2 });
        await Sessions.RebindAsync(session.Id, session.UserId, 3, default);
        await StandsAsAsync(session with { CredentialVersion = 3 });
        await StandsAsAsync(other);
    }

    [Test]
    public async Task No_other_user_and_nothing_that_has_ended_counts_under_another_credential_version()
    {
        var session = await AddAsync(Sample.Session());
        await Sessions.RebindAsync(session.Id, Guid.CreateVersion7(), 2, default);
        await StandsAsAsync(session);
        var revoked = await AddAsync(Sample.Session() with { RevokedAt = Sample.Now });
        await Sessions.RebindAsync(revoked.Id, revoked.UserId, 2, default);
        await StandsAsAsync(revoked);
    }

    [Test]
    public async Task An_exchange_of_the_secret_leaves_the_credential_version()
    {
        var session = await AddAsync(Sample.Session() with { CredentialVersion = 4 });
        Assert.That((await Sessions.RotateAsync(Sample.Rotation(session), default)).Session!.CredentialVersion, Is.EqualTo(4));
    }
}
