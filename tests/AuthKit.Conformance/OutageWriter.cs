using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>A caller who makes accounts and rotates a session until the store is gone, and remembers what was acknowledged.</summary>
internal sealed class OutageWriter(IDatabase database)
{
    private const int Enough = 20;

    private readonly TaskCompletionSource _underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Guid> _users = [];
    private Session _session = Sample.Session();
    private byte[]? _unanswered;

    /// <summary>Completes when enough was acknowledged.</summary>
    public Task UnderWay => _underWay.Task;

    public async Task WriteAsync()
    {
        try
        {
            await database.Sessions.CreateAsync(_session, default);
            while (true)
            {
                await WriteOnceAsync();
                if (_users.Count == Enough)
                    _underWay.SetResult();
            }
        }
        catch (StoreUnavailableException)
        {
            _underWay.TrySetResult();
        }
        catch (Exception e)
        {
            _underWay.TrySetException(e);
            throw;
        }
    }

    private async Task WriteOnceAsync()
    {
        var user = Sample.User();
        Assert.That(await database.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        _users.Add(user.Id);

        var rotation = Sample.Rotation(_session);
        _unanswered = rotation.NextSecretHash;
        var result = await database.Sessions.RotateAsync(rotation, default);
        Assert.That(result.Rotated, Is.True);
        _session = result.Session!;
        _unanswered = null;
    }

    public async Task VerifyAsync()
    {
        Assert.That(_users, Has.Count.GreaterThanOrEqualTo(Enough));
        foreach (var id in _users)
            Assert.That(await database.Users.FindByIdAsync(id, default), Is.Not.Null);
        var session = await database.Sessions.FindAsync(_session.Id, default);
        Assert.That(session!.SecretHash, Is.EqualTo(_session.SecretHash).Or.EqualTo(_unanswered));
    }
}
