using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Mail.MailRecipientTable;

namespace AuthKit.Mail;

internal sealed class MailRecipientStore(IRecords records) : IMailRecipientStore
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<bool> BookAsync(byte[] addressHash, DateTimeOffset now, TimeSpan pause, int perDay, CancellationToken cancellationToken)
    {
        var rested = new[] { AddressHash.Is(addressHash), LastMailAt.AtMost(now - pause) };
        var recipient = new MailRecipient { AddressHash = addressHash, LastMailAt = now, DayStartedAt = now, Mails = 1 };
        return await ChangeAsync([.. rested, DayStartedAt.After(now - Day), Mails.Before(perDay)], [LastMailAt.To(now), Mails.Plus(1)], cancellationToken)
            || await ChangeAsync([.. rested, DayStartedAt.AtMost(now - Day)], [LastMailAt.To(now), DayStartedAt.To(now), Mails.To(1)], cancellationToken)
            || await records.InsertAsync(Rows, recipient, cancellationToken) is null;
    }

    public Task<int> DeleteUnusedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        records.SweepAsync(Rows, [DayStartedAt.AtMost(before), LastMailAt.AtMost(before)], cancellationToken);

    private async Task<bool> ChangeAsync(Condition[] where, Change[] changes, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(Rows, where, changes, readBy: null, cancellationToken)).Changed == 1;
}

internal static class MailRecipientPort
{
    extension(DatabaseLease database)
    {
        public IMailRecipientStore MailRecipients => database.Port<IMailRecipientStore>(static records => new MailRecipientStore(records));
    }
}
