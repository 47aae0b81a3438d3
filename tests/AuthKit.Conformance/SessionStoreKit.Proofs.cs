using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What is kept of a proof that somebody gives who is signed in.</summary>
public abstract partial class SessionStoreKit<TEngine>
{
    private const string Methods = """{"amr":["pwd","otp","mfa"]}""";

    [Test]
    public async Task Keeps_a_proof_and_leaves_the_rest()
    {
        var session = await AddAsync(Sample.Session());
        var now = session.CreatedAt.AddMinutes(1);

        Assert.That(await Sessions.ProveAsync(new(session, now, Methods), default), Is.True);

        await StandsAsAsync(session with { AuthenticatedAt = now, Details = Methods });
        Assert.That(await Sessions.ProveAsync(new(session with { AuthenticatedAt = now }, now, null), default), Is.True);
        await StandsAsAsync(session with { AuthenticatedAt = now, Details = null });
    }

    [Test]
    public async Task Keeps_no_proof_of_a_session_that_is_not_as_it_was_read()
    {
        var session = await AddAsync(Sample.Session() with { CredentialVersion = 3, AuthenticatedAt = Sample.Now });
        var now = session.CreatedAt.AddMinutes(1);

        foreach (var read in new[]
        {
            session with { CredentialVersion = 2 },
            session with { CredentialVersion = null },
            session with { AuthenticatedAt = Sample.Now.AddMicroseconds(-1) },
            session with { AuthenticatedAt = null },
            session with { UserId = Guid.CreateVersion7() },
            session with { Id = Guid.CreateVersion7() },
        })
            Assert.That(await Sessions.ProveAsync(new(read, now, Methods), default), Is.False);

        await StandsAsAsync(session);
    }

    [Test]
    public async Task Keeps_no_proof_of_a_session_that_has_ended()
    {
        var revoked = await AddAsync(Sample.Session() with { RevokedAt = Sample.Now });
        var expired = await AddAsync(Sample.Session());

        Assert.That(await Sessions.ProveAsync(new(revoked, Sample.Now, Methods), default), Is.False);
        Assert.That(await Sessions.ProveAsync(new(expired, expired.ExpiresAt, Methods), default), Is.False);

        await StandsAsAsync(revoked);
        await StandsAsAsync(expired);
    }

    [Test]
    public async Task Of_64_proofs_at_once_one_is_kept()
    {
        var session = await AddAsync(Sample.Session());

        var kept = await Task.WhenAll(Enumerable.Range(1, 64).Select(second => Task.Run(() => Sessions.ProveAsync(new(session, session.CreatedAt.AddSeconds(second), Methods), default))));

        Assert.That(kept.Count(won => won), Is.EqualTo(1));
    }
}
