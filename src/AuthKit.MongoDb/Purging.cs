namespace AuthKit.MongoDb;

/// <summary>
/// When the server may remove a document by itself, by a TTL index on its clock. Expiry is judged by the caller's clock, which
/// may show any time; so the server is told a length of life, counted from now, and a day on top for clocks that drift.
/// </summary>
/// <remarks>It is the net under <c>DeleteExpiredAsync</c>, for what is left behind when no node runs any more.</remarks>
internal static class Purging
{
    public const string Field = "purge_at";

    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(100 * 365);

    /// <param name="bornAt">When the document's life begins, by the caller's clock.</param>
    /// <param name="endsAt">When it ends at the latest, by the same clock.</param>
    public static DateTime After(DateTime bornAt, DateTime endsAt)
    {
        var life = endsAt - bornAt;
        // The real clock and not a TimeProvider's: the server's is the one it will be held against.
        return DateTime.UtcNow + Grace + (life < TimeSpan.Zero ? TimeSpan.Zero : life > Longest ? Longest : life);
    }
}
