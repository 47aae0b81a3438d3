using AuthKit.Databases;
using AuthKit.Queues;
using AuthKit.Records;

namespace AuthKit.AuthorizationServer.Logouts;

internal sealed class LogoutNoticeStore(IRecords records) : QueueStore<LogoutNotice>(records, LogoutNoticeTable.Queue), ILogoutNoticeStore;

internal static class LogoutNoticePort
{
    extension(DatabaseLease database)
    {
        public ILogoutNoticeStore LogoutNotices => database.Port<ILogoutNoticeStore>(static records => new LogoutNoticeStore(records));
    }
}
