namespace AuthKit.Mail;

/// <summary>How much mail an address was sent at the request of whoever asked.</summary>
public sealed record MailRecipient
{
    /// <summary>The SHA-256 of the normalised address, which need not be an account's.</summary>
    public required byte[] AddressHash { get; init; }

    /// <summary>When the last mail was booked.</summary>
    public required DateTimeOffset LastMailAt { get; init; }

    /// <summary>When the day began that mails are counted in.</summary>
    public required DateTimeOffset DayStartedAt { get; init; }

    /// <summary>The mails of that day.</summary>
    public required int Mails { get; init; }
}
