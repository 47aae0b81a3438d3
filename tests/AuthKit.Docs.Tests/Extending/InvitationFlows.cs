using System.Security.Cryptography;
using System.Text;
using AuthKit.Features;

namespace AuthKit.Docs.Tests.Extending;

public sealed record Invite(string? AccessToken) : Command;

public sealed record Invited(string Code, DateTimeOffset ExpiresAt);

public sealed record RegisterInvited(string? Code, string? Email, string? Password) : Command;

public static class InvitationFlows
{
    public static Fault InvalidCode { get; } = new("invalid_invitation_code", like: Fault.NotFound, "The invitation is unknown, used or expired.");

    public static Flow<Invite, Invited> Invite { get; } = Flow<Invite, Invited>.Of<InviteFlow>();

    public static Flow<RegisterInvited, TokenPair> Register { get; } = Flow<RegisterInvited, TokenPair>.Of<RegisterInvitedFlow>(takesCredentials: true, fails: [InvalidCode]);

    internal static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

public sealed class InviteFlow(IFeatureAccounts accounts, TimeProvider time) : IFlow<Invite, Invited>
{
    public async Task<Outcome<Invited>> RunAsync(Invite command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var invited = new Invited(RandomNumberGenerator.GetHexString(32, lowercase: true), time.GetUtcNow().AddDays(14));
        var home = await accounts.GetHomeAsync(cancellationToken);
        await home.InsertAsync(InvitationTable.Rows, new(InvitationFlows.HashOf(invited.Code), account.User.Id, invited.ExpiresAt), cancellationToken);
        return invited;
    }
}

public sealed class RegisterInvitedFlow(IFeatureAccounts accounts, IServiceProvider services, TimeProvider time) : IFlow<RegisterInvited, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(RegisterInvited command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.Code))
            return Failure.Of("code", Rule.Required);
        var home = await accounts.GetHomeAsync(cancellationToken);
        var (code, now) = (InvitationFlows.HashOf(command.Code), time.GetUtcNow());
        // One conditional update decides who takes a code that two people send at once.
        var taken = await home.UpdateAsync(InvitationTable.Rows, [InvitationTable.CodeHash.Is(code), InvitationTable.UsedAt.IsNull, InvitationTable.ExpiresAt.After(now)], [InvitationTable.UsedAt.To(now)], readBy: null, cancellationToken);
        if (taken.Changed == 0)
            return InvitationFlows.InvalidCode;
        var registering = await Flows.Register.RunAsync(services, new(command.Email, command.Password) { SignIn = true }, context, cancellationToken);
        if (registering.Succeeded(out var registration, out var failure))
            return registration.Tokens!;
        // Whoever mistyped an address may try again.
        await home.UpdateAsync(InvitationTable.Rows, [InvitationTable.CodeHash.Is(code)], [InvitationTable.UsedAt.To(null)], readBy: null, cancellationToken);
        return failure;
    }
}
