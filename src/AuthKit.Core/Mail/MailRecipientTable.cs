using AuthKit.Records;

namespace AuthKit.Mail;

/// <summary>How mail per address is counted, in the home database.</summary>
internal static class MailRecipientTable
{
    public static readonly Table<MailRecipient> Rows = new("authkit_mail_recipients", since: 4);
    public static readonly Column<byte[]> AddressHash = Rows.Binary("address_hash", 32, static recipient => recipient.AddressHash);
    public static readonly Column<DateTimeOffset> LastMailAt = Rows.Time("last_mail_at", static recipient => recipient.LastMailAt);
    public static readonly Column<DateTimeOffset> DayStartedAt = Rows.Time("day_started_at", static recipient => recipient.DayStartedAt);
    public static readonly Column<int> Mails = Rows.Integer("mails", static recipient => recipient.Mails);

    static MailRecipientTable()
    {
        Rows.KeyedBy(AddressHash);
        Rows.FoundBy(DayStartedAt);
        Rows.ReadBy(static row => new()
        {
            AddressHash = row.Get(AddressHash),
            LastMailAt = row.Get(LastMailAt),
            DayStartedAt = row.Get(DayStartedAt),
            Mails = row.Get(Mails),
        });
    }
}
