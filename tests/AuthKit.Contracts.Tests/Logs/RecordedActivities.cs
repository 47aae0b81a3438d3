using System.Collections.Concurrent;
using System.Diagnostics;

namespace AuthKit.Contracts.Tests.Logs;

/// <summary>Every activity of the library while it is there, with its tags, events and status.</summary>
internal sealed class RecordedActivities : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public RecordedActivities()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == "AuthKit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>All of it, to be searched.</summary>
    public string Text => string.Join('\n', _ended.Select(Whole));

    public void Dispose() => _listener.Dispose();

    private static string Whole(Activity activity) =>
        $"{activity.Source.Name}/{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))}";
}
