using AuthKit.Events;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Has the owner of a new account asked to confirm its address. The outbox has the mail when the registration is answered.</summary>
internal sealed class RegisteredRecorder(ConfirmationRequests requests) : IEventRecorder
{
    public ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken) => raised is Registered { UserId: { } userId, Tenant: { } tenant }
        ? new(requests.AskAsync(tenant, userId, isCounted: false, cancellationToken))
        : ValueTask.CompletedTask;
}
