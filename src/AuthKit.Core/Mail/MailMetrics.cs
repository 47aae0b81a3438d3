using System.Diagnostics.Metrics;

namespace AuthKit.Mail;

/// <summary>Counts what becomes of mail.</summary>
internal static class MailMetrics
{
    private static readonly Meter Meter = new("AuthKit");
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("authkit.mail.attempts", description: "Attempts to send a mail, by outcome: sent, discarded, failed, dead.");

    public static void Count(string outcome) => Attempts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
