using System.Net;
using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>What is logged of events: each as the method of its name.</summary>
internal static partial class EventLog
{
    [LoggerMessage(EventId = 1701, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' was registered (provider: {Provider}), from {Address}.")]
    public static partial void Registered(this ILogger logger, Guid? userId, string? tenant, string? provider, IPAddress? address);

    [LoggerMessage(EventId = 1702, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has signed in: session {SessionId} of client {ClientId} (by: {Methods}, provider: {Provider}, known device: {KnownDevice}), from {Address}.")]
    public static partial void SignedIn(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, string? clientId, string methods, string? provider, bool knownDevice, IPAddress? address);

    [LoggerMessage(EventId = 1703, Level = LogLevel.Information, Message = "A sign-in failed ({Reason}): account {UserId} of tenant '{Tenant}' (provider: {Provider}), from {Address}.")]
    public static partial void SignInFailed(this ILogger logger, string reason, Guid? userId, string? tenant, string? provider, IPAddress? address);

    [LoggerMessage(EventId = 1704, Level = LogLevel.Information, Message = "A wrong current password was given ({Reason}): account {UserId} of tenant '{Tenant}', session {SessionId}, from {Address}.")]
    public static partial void ReauthenticationFailed(this ILogger logger, string reason, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1705, Level = LogLevel.Warning, Message = "Account {UserId} of tenant '{Tenant}' is closed for a while after {Failures} failed sign-ins, the last from {Address}.")]
    public static partial void LockedOut(this ILogger logger, Guid? userId, string? tenant, int failures, IPAddress? address);

    [LoggerMessage(EventId = 1760, Level = LogLevel.Information, Message = "A sign-in to account {UserId} of tenant '{Tenant}' by client {ClientId} waits for a second factor ({Methods}), from {Address}.")]
    public static partial void SecondFactorAsked(this ILogger logger, Guid? userId, string? tenant, string? clientId, string methods, IPAddress? address);

    [LoggerMessage(EventId = 1761, Level = LogLevel.Warning, Message = "A second factor was not proved ({Reason}): account {UserId} of tenant '{Tenant}', client {ClientId} (factor: {Method}), from {Address}.")]
    public static partial void SecondFactorFailed(this ILogger logger, string reason, Guid? userId, string? tenant, string? clientId, string? method, IPAddress? address);

    [LoggerMessage(EventId = 1762, Level = LogLevel.Warning, Message = "Account {UserId} of tenant '{Tenant}' takes no second factor for a while after {Failures} failed attempts by somebody who knows its first one, the last from {Address}.")]
    public static partial void SecondFactorLockedOut(this ILogger logger, Guid? userId, string? tenant, int failures, IPAddress? address);

    [LoggerMessage(EventId = 1763, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has proved again who it is in session {SessionId} at {ClientId} ({Methods}), from {Address}.")]
    public static partial void IdentityProved(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, string? clientId, string methods, IPAddress? address);

    [LoggerMessage(EventId = 1706, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has changed its password in session {SessionId}, from {Address}.")]
    public static partial void PasswordChanged(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1708, Level = LogLevel.Information, Message = "A password reset was asked for from {Address}: account {UserId} of tenant '{Tenant}'.")]
    public static partial void PasswordResetRequested(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1709, Level = LogLevel.Information, Message = "The password of account {UserId} of tenant '{Tenant}' was reset, from {Address}.")]
    public static partial void PasswordResetCompleted(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1710, Level = LogLevel.Information, Message = "The profile of account {UserId} of tenant '{Tenant}' was changed in session {SessionId}, from {Address}.")]
    public static partial void ProfileChanged(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1711, Level = LogLevel.Information, Message = "Session {SessionId} of account {UserId} of tenant '{Tenant}' and client {ClientId} was ended ({Reason}), from {Address}.")]
    public static partial void SessionEnded(this ILogger logger, Guid? sessionId, Guid? userId, string? tenant, string? clientId, string reason, IPAddress? address);

    [LoggerMessage(EventId = 1712, Level = LogLevel.Warning, Message = "A superseded refresh token of session {SessionId} was presented; the session is revoked. Account {UserId} of tenant '{Tenant}', client {ClientId}, from {Address}.")]
    public static partial void RefreshReplayed(this ILogger logger, Guid? sessionId, Guid? userId, string? tenant, string? clientId, IPAddress? address);

    [LoggerMessage(EventId = 1713, Level = LogLevel.Information, Message = "The refresh token that session {SessionId} of account {UserId} had until {Seconds:0.#} seconds ago was presented again, from {Address}; it got the same successor.")]
    public static partial void RefreshServedInGrace(this ILogger logger, Guid? sessionId, Guid? userId, double seconds, IPAddress? address);

    [LoggerMessage(EventId = 1714, Level = LogLevel.Information, Message = "A token was refused ({Kind}: {Reason}): account {UserId}, session {SessionId}, from {Address}.")]
    public static partial void TokenRefused(this ILogger logger, string kind, string reason, Guid? userId, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1715, Level = LogLevel.Information, Message = "A login of {Provider} opens account {UserId} of tenant '{Tenant}' from now on; linked from {Address}.")]
    public static partial void ExternalLoginLinked(this ILogger logger, string provider, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1716, Level = LogLevel.Information, Message = "A login of {Provider} does not open account {UserId} of tenant '{Tenant}' any more; removed from {Address}.")]
    public static partial void ExternalLoginRemoved(this ILogger logger, string provider, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1717, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' let client {ClientId} have '{Scope}', from {Address}.")]
    public static partial void ConsentGranted(this ILogger logger, Guid? userId, string? tenant, string? clientId, string scope, IPAddress? address);

    [LoggerMessage(EventId = 1718, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' did not let client {ClientId} have '{Scope}', from {Address}.")]
    public static partial void ConsentDenied(this ILogger logger, Guid? userId, string? tenant, string? clientId, string scope, IPAddress? address);

    [LoggerMessage(EventId = 1719, Level = LogLevel.Information, Message = "Client {ClientId} has exchanged a code ({Grant}): account {UserId} of tenant '{Tenant}', session {SessionId}, from {Address}.")]
    public static partial void CodeRedeemed(this ILogger logger, string? clientId, string grant, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1720, Level = LogLevel.Warning, Message = "Client {ClientId} presented an authorization code a second time; session {SessionId} is revoked. Account {UserId} of tenant '{Tenant}', from {Address}.")]
    public static partial void CodeReplayed(this ILogger logger, string? clientId, Guid? sessionId, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1721, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has let a device of client {ClientId} in with '{Scope}', from {Address}.")]
    public static partial void DeviceApproved(this ILogger logger, Guid? userId, string? tenant, string? clientId, string scope, IPAddress? address);

    [LoggerMessage(EventId = 1722, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has kept a device of client {ClientId} out, which asked for '{Scope}', from {Address}.")]
    public static partial void DeviceDenied(this ILogger logger, Guid? userId, string? tenant, string? clientId, string scope, IPAddress? address);

    [LoggerMessage(EventId = 1723, Level = LogLevel.Information, Message = "Client {ClientId} got a token in its own name: session {SessionId} with '{Scope}', from {Address}.")]
    public static partial void ClientTokenIssued(this ILogger logger, string? clientId, Guid? sessionId, string scope, IPAddress? address);

    [LoggerMessage(EventId = 1740, Level = LogLevel.Information, Message = "Client {ClientId} got a token in the place of one of client {SubjectClientId}, for account {UserId}: session {SessionId} with '{Scope}', from {Address}.")]
    public static partial void TokenExchanged(this ILogger logger, string? clientId, string subjectClientId, Guid? userId, Guid? sessionId, string scope, IPAddress? address);

    [LoggerMessage(EventId = 1724, Level = LogLevel.Information, Message = "Client {ClientId} was registered, from {Address}.")]
    public static partial void ClientRegistered(this ILogger logger, string? clientId, IPAddress? address);

    [LoggerMessage(EventId = 1741, Level = LogLevel.Information, Message = "Client {ClientId} has changed its registration, from {Address}.")]
    public static partial void ClientUpdated(this ILogger logger, string? clientId, IPAddress? address);

    [LoggerMessage(EventId = 1742, Level = LogLevel.Information, Message = "Client {ClientId} has had itself taken away, from {Address}.")]
    public static partial void ClientDeleted(this ILogger logger, string? clientId, IPAddress? address);

    [LoggerMessage(EventId = 1725, Level = LogLevel.Warning, Message = "Somebody did not prove to be client {ClientId} ({Reason}), from {Address}.")]
    public static partial void ClientAuthenticationFailed(this ILogger logger, string? clientId, string reason, IPAddress? address);

    [LoggerMessage(EventId = 1726, Level = LogLevel.Information, Message = "A registration has brought a database of {Engine} along, which is tenant '{Tenant}'.")]
    public static partial void TenantRegistered(this ILogger logger, string? tenant, string engine);

    [LoggerMessage(EventId = 1727, Level = LogLevel.Information, Message = "The {Algorithm} key {KeyId} was added to the ring; it signs from {From} to {Until}.")]
    public static partial void SigningKeyAdded(this ILogger logger, string keyId, string algorithm, DateTimeOffset from, DateTimeOffset until);

    [LoggerMessage(EventId = 1728, Level = LogLevel.Warning, Message = "The key {KeyId} was retired: nothing that it signed is accepted any more.")]
    public static partial void SigningKeyRetired(this ILogger logger, string keyId);

    [LoggerMessage(EventId = 1729, Level = LogLevel.Information, Message = "Mail {MailId} ({Kind}) was sent at attempt {Attempt}.")]
    public static partial void MailSent(this ILogger logger, Guid mailId, string kind, int attempt);

    [LoggerMessage(EventId = 1730, Level = LogLevel.Warning, Message = "Attempt {Attempt} to send mail {MailId} ({Kind}) failed ({Error}); the next is in {RetryIn}.")]
    public static partial void MailFailed(this ILogger logger, Guid mailId, string kind, int attempt, string error, TimeSpan retryIn);

    [LoggerMessage(EventId = 1731, Level = LogLevel.Error, Message = "Mail {MailId} ({Kind}) is given up after {Attempts} attempts: {Error}. It stays in the outbox without what it was worded from.")]
    public static partial void MailGivenUp(this ILogger logger, Guid mailId, string kind, int attempts, string error);

    [LoggerMessage(EventId = 1732, Level = LogLevel.Information, Message = "A request from {Address} was refused because of how many had come from there ({Limit}).")]
    public static partial void RequestLimited(this ILogger logger, string limit, IPAddress? address);

    [LoggerMessage(EventId = 1733, Level = LogLevel.Information, Message = "A form from {Address} under contract {Contract} was refused: its antiforgery token is missing, another's or too old.")]
    public static partial void ForgeryRefused(this ILogger logger, string? contract, IPAddress? address);

    [LoggerMessage(EventId = 1770, Level = LogLevel.Warning, Message = "A new password could not be looked for among those that have leaked ({Corpus}: {Error}).")]
    public static partial void BreachCheckFailed(this ILogger logger, string corpus, string error);

    [LoggerMessage(EventId = 1771, Level = LogLevel.Information, Message = "The address of account {UserId} of tenant '{Tenant}' was confirmed by a mailed link, from {Address}.")]
    public static partial void EmailAddressConfirmed(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1772, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has another address from now on; confirmed from {Address}.")]
    public static partial void EmailChanged(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1773, Level = LogLevel.Warning, Message = "Account {UserId} of tenant '{Tenant}' has its former address back; its owner had not changed it. From {Address}.")]
    public static partial void EmailChangeUndone(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1774, Level = LogLevel.Information, Message = "The address of account {UserId} of tenant '{Tenant}' was registered once more, from {Address}; its owner is told.")]
    public static partial void RegistrationRepeated(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1775, Level = LogLevel.Information, Message = "A code to sign in by was asked for from {Address}: account {UserId} of tenant '{Tenant}'.")]
    public static partial void MailedCodeRequested(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1776, Level = LogLevel.Warning, Message = "Account {UserId} of tenant '{Tenant}' has been shut, from {Address}.")]
    public static partial void AccountDisabled(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1777, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' is open again, from {Address}.")]
    public static partial void AccountEnabled(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1778, Level = LogLevel.Warning, Message = "Account {UserId} of tenant '{Tenant}' has these roles from now on: {Roles}. From {Address}.")]
    public static partial void RolesChanged(this ILogger logger, Guid? userId, string? tenant, string roles, IPAddress? address);

    [LoggerMessage(EventId = 1779, Level = LogLevel.Information, Message = "The password of account {UserId} of tenant '{Tenant}' was set by the host, from {Address}.")]
    public static partial void PasswordSet(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1830, Level = LogLevel.Warning, Message = "Administrator {AdministratorId}: {Action}, account {UserId} of tenant '{Tenant}', from {Address}.")]
    public static partial void AccountAdministered(this ILogger logger, Guid administratorId, string action, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1831, Level = LogLevel.Warning, Message = "Administrator {AdministratorId} acts as account {UserId} of tenant '{Tenant}' in session {SessionId} until {ExpiresAt}, from {Address}.")]
    public static partial void Impersonated(this ILogger logger, Guid administratorId, Guid? userId, string? tenant, Guid? sessionId, DateTimeOffset expiresAt, IPAddress? address);

    [LoggerMessage(EventId = 1780, Level = LogLevel.Warning, Message = "Account {UserId} of tenant '{Tenant}' is shut, and is going to be erased at {EraseAt}, from {Address}.")]
    public static partial void AccountDeletionRequested(this ILogger logger, Guid? userId, string? tenant, DateTimeOffset eraseAt, IPAddress? address);

    [LoggerMessage(EventId = 1781, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has been erased.")]
    public static partial void AccountDeleted(this ILogger logger, Guid? userId, string? tenant);

    [LoggerMessage(EventId = 1790, Level = LogLevel.Warning, Message = "Account {UserId} of tenant '{Tenant}' is not going to be erased after all, and is open again; its owner took that back from {Address}.")]
    public static partial void AccountDeletionUndone(this ILogger logger, Guid? userId, string? tenant, IPAddress? address);

    [LoggerMessage(EventId = 1791, Level = LogLevel.Warning, Message = "Session {SessionId} of account {UserId} of tenant '{Tenant}' got a copy of all that is kept of the account, at {Address}.")]
    public static partial void MyDataExported(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1792, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' took back what it had let client {ClientId} have, from {Address}.")]
    public static partial void ConsentWithdrawn(this ILogger logger, Guid? userId, string? tenant, string? clientId, IPAddress? address);

    [LoggerMessage(EventId = 1751, Level = LogLevel.Error, Message = "What is to be kept of an event ({Event}) could not be kept ({ExceptionType}).")]
    public static partial void NotRecorded(this ILogger logger, string @event, string exceptionType);

    [LoggerMessage(EventId = 1795, Level = LogLevel.Information, Message = "Accounts of {Source} were imported into tenant '{Tenant}': {Taken} taken in, {AlreadyThere} there already, {Refused} refused.")]
    public static partial void AccountsImported(this ILogger logger, string source, string? tenant, long taken, long alreadyThere, long refused);

    [LoggerMessage(EventId = 1752, Level = LogLevel.Error, Message = "A listener of the host's to {Event} failed.")]
    public static partial void ListenerFailed(this ILogger logger, string @event, Exception exception);

    [LoggerMessage(EventId = 1753, Level = LogLevel.Warning, Message = "A listener of the host's to {Event} did not end within {Timeout}; the next event is told.")]
    public static partial void ListenerTooSlow(this ILogger logger, string @event, TimeSpan timeout);

    [LoggerMessage(EventId = 1754, Level = LogLevel.Warning, Message = "A listener of the host's to {Event} misses events, because {Length} of them wait for it.")]
    public static partial void EventsDropped(this ILogger logger, string @event, int length);

    [LoggerMessage(EventId = 1981, Level = LogLevel.Information, Message = "API key {KeyId} of account {UserId} of tenant '{Tenant}' was made in session {SessionId}, from {Address}.")]
    public static partial void ApiKeyCreated(this ILogger logger, Guid keyId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1982, Level = LogLevel.Information, Message = "API key {KeyId} of account {UserId} of tenant '{Tenant}' was renamed in session {SessionId}, from {Address}.")]
    public static partial void ApiKeyRenamed(this ILogger logger, Guid keyId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1983, Level = LogLevel.Information, Message = "API key {KeyId} of account {UserId} of tenant '{Tenant}' got another secret in session {SessionId}, from {Address}.")]
    public static partial void ApiKeyRotated(this ILogger logger, Guid keyId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1984, Level = LogLevel.Information, Message = "API key {KeyId} of account {UserId} of tenant '{Tenant}' was revoked in session {SessionId}, from {Address}.")]
    public static partial void ApiKeyRevoked(this ILogger logger, Guid keyId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);
}
