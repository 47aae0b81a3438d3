namespace AuthKit.Docs.Tests.Listening;

/// <summary>What a host counts of its users' visits.</summary>
internal sealed class Visits
{
    public TaskCompletionSource<(Guid? UserId, bool KnownDevice)> Last { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task CountAsync(Guid? userId, bool knownDevice, CancellationToken cancellationToken)
    {
        Last.TrySetResult((userId, knownDevice));
        return Task.CompletedTask;
    }
}
