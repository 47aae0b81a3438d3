using AuthKit.Users;

namespace AuthKit.Features.MyData;

/// <summary>The deletion that a mailed link takes back, by the times that the account was marked with, in microseconds since 1970: a later deletion has others.</summary>
/// <param name="EraseAt">When the account is erased.</param>
/// <param name="ShutAt">When it was shut for that: whoever shuts it later does so for another reason.</param>
internal sealed record DeletionMark(long EraseAt, long ShutAt)
{
    public static DeletionMark Of(User marked) => new(Microseconds(marked.EraseAt), Microseconds(marked.DisabledAt));

    /// <summary>Whether it is this deletion that an account waits for.</summary>
    public bool IsOf(User user) => user.EraseAt is not null && Microseconds(user.EraseAt) == EraseAt;

    /// <summary>Whether the account is shut for nothing else.</summary>
    public bool IsShutForIt(User user) => Microseconds(user.DisabledAt) == ShutAt;

    // What stores keep of a time.
    private static long Microseconds(DateTimeOffset? time) => time is { } at ? (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : 0;
}
