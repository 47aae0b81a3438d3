using AuthKit.Sessions;
using NUnit.Framework;

namespace AuthKit.Conformance;

public abstract partial class SessionStoreKit<TEngine>
{
    [Test]
    public async Task Exchanges_the_secret()
    {
        var session = await AddAsync(Sample.Session() with { AuthenticatedAt = Sample.Now.AddHours(-1) });
        var rotation = Sample.Rotation(session);
        var result = await Sessions.RotateAsync(rotation, default);
        var expected = session with { SecretHash = rotation.NextSecretHash, Salt = rotation.Salt, LastUsedAt = rotation.Now, ExpiresAt = rotation.IdleExpiry };
        Assert.That(result.Rotated, Is.True);
        Assert.That(result.Session, Is.EqualTo(expected).UsingPropertiesComparer());
        await StandsAsAsync(expected);
    }

    [Test]
    public async Task Exchanges_the_secret_of_the_session_that_is_named()
    {
        var session = await AddAsync(Sample.Session());
        Assert.That((await Sessions.RotateAsync(Sample.Rotation(session) with { SessionId = session.Id }, default)).Rotated, Is.True);
    }

    [Test]
    public async Task Leaves_other_sessions_alone()
    {
        var session = await AddAsync(Sample.Session());
        var other = await AddAsync(Sample.Session(session.UserId) with { SecretHash = session.SecretHash });
        await Sessions.RotateAsync(Sample.Rotation(session), default);
        await StandsAsAsync(other);
    }

    [Test]
    public async Task A_session_never_outlives_its_absolute_end()
    {
        var session = await AddAsync(Sample.Session() with { AbsoluteExpiresAt = Sample.Now.AddDays(30).AddMinutes(1) });
        var result = await Sessions.RotateAsync(Sample.Rotation(session), default);
        Assert.That(result.Session!.ExpiresAt, Is.EqualTo(session.AbsoluteExpiresAt));

        var late = Sample.Rotation(result.Session) with { Now = session.AbsoluteExpiresAt };
        await RefusedAsync(result.Session, late);
    }

    [Test]
    public async Task Refuses_a_wrong_secret()
    {
        var session = await AddAsync(Sample.Session());
        await RefusedAsync(session, Sample.Rotation(session) with { SecretHash = Sample.Bytes(32) });
    }

    [Test]
    public async Task Refuses_a_session_without_secret()
    {
        var session = await AddAsync(Sample.Session() with { SecretHash = null });
        await RefusedAsync(session, Sample.Rotation(session with { SecretHash = Sample.Bytes(32) }));
    }

    [TestCase("APP")]
    [TestCase("other")]
    [TestCase("")]
    public async Task Refuses_another_client(string client)
    {
        var session = await AddAsync(Sample.Session());
        await RefusedAsync(session, Sample.Rotation(session) with { ClientId = client });
    }

    [Test]
    public async Task Exchanges_the_secret_of_a_bound_session_for_its_key()
    {
        var session = await AddAsync(Sample.Session() with { Confirmation = "jkt:a" });
        var result = await Sessions.RotateAsync(Sample.Rotation(session) with { Confirmation = "jkt:a" }, default);
        Assert.That(result.Rotated, Is.True);
        Assert.That(result.Session!.Confirmation, Is.EqualTo("jkt:a"));
    }

    [TestCase("jkt:a", "jkt:A")]
    [TestCase("jkt:a", "x5t#S256:a")]
    [TestCase("jkt:a", null)]
    [TestCase(null, "jkt:a")]
    public async Task Refuses_another_key(string? bound, string? presented)
    {
        var session = await AddAsync(Sample.Session() with { Confirmation = bound });
        await RefusedAsync(session, Sample.Rotation(session) with { Confirmation = presented });
    }

    [Test]
    public async Task Refuses_another_session_than_is_named()
    {
        var session = await AddAsync(Sample.Session());
        await RefusedAsync(session, Sample.Rotation(session) with { SessionId = Guid.CreateVersion7() });
    }

    [Test]
    public async Task Refuses_a_revoked_session()
    {
        var session = await AddAsync(Sample.Session() with { RevokedAt = Sample.Now });
        await RefusedAsync(session, Sample.Rotation(session));
    }

    [Test]
    public async Task Refuses_an_expired_session_by_the_clock_of_the_caller()
    {
        var session = await AddAsync(Sample.Session() with { ExpiresAt = Sample.Now.AddHours(1) });
        await RefusedAsync(session, Sample.Rotation(session) with { Now = session.ExpiresAt });
        var inTime = Sample.Rotation(session) with { Now = session.ExpiresAt.AddMicroseconds(-1) };
        Assert.That((await Sessions.RotateAsync(inTime, default)).Rotated, Is.True);
    }

    [Test]
    public async Task Binds_a_session_to_a_key_from_then_on()
    {
        var session = await AddAsync(Sample.Session());
        var bound = await Sessions.RotateAsync(Sample.Rotation(session) with { Binding = "jkt:a" }, default);
        Assert.That((bound.Rotated, bound.Session!.Confirmation), Is.EqualTo((true, "jkt:a")));

        await RefusedAsync(bound.Session, Sample.Rotation(bound.Session));
        await RefusedAsync(bound.Session, Sample.Rotation(bound.Session) with { Confirmation = "jkt:A" });
        await RefusedAsync(bound.Session, Sample.Rotation(bound.Session) with { Binding = "jkt:b" });
        var next = await Sessions.RotateAsync(Sample.Rotation(bound.Session) with { Confirmation = "jkt:a" }, default);
        Assert.That((next.Rotated, next.Session!.Confirmation), Is.EqualTo((true, "jkt:a")));
    }

    [Test]
    public async Task Refuses_a_key_where_the_session_is_bound_to_none()
    {
        var session = await AddAsync(Sample.Session());
        await RefusedAsync(session, Sample.Rotation(session) with { Confirmation = "jkt:a" });
    }

    [Test]
    public async Task Tells_of_an_unknown_handle_that_there_is_nothing()
    {
        var result = await Sessions.RotateAsync(Sample.Rotation(Sample.Session()), default);
        Assert.That(result, Is.EqualTo(new RotationResult(false, null)));
    }

    [Test]
    public async Task Refuses_a_superseded_secret_and_shows_the_one_in_force()
    {
        var session = await AddAsync(Sample.Session());
        var first = await Sessions.RotateAsync(Sample.Rotation(session), default);
        await RefusedAsync(first.Session!, Sample.Rotation(session));
    }

    [TestCase(8)]
    [TestCase(64)]
    public async Task Of_many_who_present_one_secret_one_wins(int callers)
    {
        var session = await AddAsync(Sample.Session());
        var rotations = Enumerable.Range(0, callers).Select(_ => Sample.Rotation(session)).ToArray();
        var results = await Race.RunAsync(callers, caller => Sessions.RotateAsync(rotations[caller], default));
        Assert.That(results.Count(result => result.Rotated), Is.EqualTo(1));
        var winner = rotations[Array.FindIndex(results, result => result.Rotated)];
        Assert.That(results.Select(result => result.Session!.SecretHash), Is.All.EqualTo(winner.NextSecretHash));
    }

    private async Task RefusedAsync(Session session, SessionRotation rotation)
    {
        var result = await Sessions.RotateAsync(rotation, default);
        Assert.That(result.Rotated, Is.False);
        Assert.That(result.Session, Is.EqualTo(session).UsingPropertiesComparer());
        await StandsAsAsync(session);
    }
}
