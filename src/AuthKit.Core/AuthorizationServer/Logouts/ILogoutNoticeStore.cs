using AuthKit.Queues;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>Where logouts wait that clients have to be told, in the home database. Any number of senders may ask at once.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface ILogoutNoticeStore : IQueueStore<LogoutNotice>;
