using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Mails the link that confirms an account's address once more; the answer is the same for every address.</summary>
/// <param name="Email">The account's e-mail address.</param>
public sealed record RequestEmailConfirmation(string? Email) : Command;

/// <summary>Against timing attacks: the request enqueues one row, whatever the address (as <see cref="RequestReset"/> does). Who is mailed is looked up when the mail is written.</summary>
internal sealed class RequestEmailConfirmationFlow(Outbox outbox, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<RequestEmailConfirmation, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(RequestEmailConfirmation command, FlowContext context, CancellationToken cancellationToken)
    {
        if (UserFields.Email(command.Email) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        // What is longer than an alias can be is cut, and still no alias.
        var tenant = context.TenantHint is { Length: > Tenant.MaxAlias } hint ? hint[..(Tenant.MaxAlias + 1)] : context.TenantHint;
        await outbox.EnqueueAsync(ConfirmationRequestMail.Name, new ConfirmationRequestMailData(command.Email!, tenant), time.GetUtcNow() + options.Value.EmailConfirmation.Lifetime, cancellationToken);
        return Unit.Value;
    }
}

public static partial class EmailConfirmationFlows
{
    /// <summary>Mails the link that confirms an account's address once more.</summary>
    public static Flow<RequestEmailConfirmation, Unit> Request { get; } = Flow<RequestEmailConfirmation, Unit>.Of<RequestEmailConfirmationFlow>(takesCredentials: true);
}
