using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Passkeys.Ceremonies;
using AuthKit.Passkeys.Events;
using AuthKit.Passkeys.Storage;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Passkeys;

/// <summary>
/// Makes an account in the home database that a passkey opens and no password, and signs it in: where the host wants addresses confirmed
/// first, it is made and fails with <see cref="Fault.EmailNotConfirmed"/>.
/// </summary>
/// <param name="Credential">What the authenticator made, as the browser's <c>toJSON()</c> writes it.</param>
/// <param name="Name">What its owner calls the passkey; null for a name that says no more than that it is one.</param>
/// <param name="Scope">The scope asked for, values separated by spaces; by default a session that can be refreshed.</param>
/// <param name="Client">The client, where the contract has clients present themselves: the one that asked for the challenge.</param>
public sealed record SignUpWithPasskey(JsonElement? Credential, string? Name, string? Scope = Scopes.OfflineAccess, ClientCredentials? Client = null) : Command;

internal sealed class SignUpWithPasskeyFlow(
    INewAccounts accounts,
    IFeatureAccounts homes,
    IAccountHandles handles,
    IChallenges challenges,
    Registrations registrations,
    RelyingParty party,
    ISignIns signIns,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time) : IFlow<SignUpWithPasskey, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(SignUpWithPasskey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await signIns.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var refused))
            return refused;
        var name = PasskeyNames.Of(command.Name);
        if (PasskeyNames.Check(name) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        if (command.Credential is null)
            return Failure.Of("credential", Rule.Required);
        if (!RegistrationReply.TryRead(command.Credential, party.Options.Attestation, out var reply)
            || await challenges.ConsumeAsync(reply.Challenge, PasskeyPurposes.SignUp(command.Client?.Id, context), cancellationToken) is not { Data: { } data })
            return PasskeyFaults.NotRegistered;

        var account = PendingSignUp.Read(data);
        var user = new User { Id = account.Id, Email = account.Email!, CredentialVersion = 0, CreatedAt = time.GetUtcNow() };
        var handle = await handles.OfAsync(Tenant.Home, account.Id, cancellationToken);
        if (await registrations.JudgeAsync(reply, handle, user, name, cancellationToken) is not { } passkey)
            return PasskeyFaults.NotRegistered;
        // The passkey first: one without an account opens nothing, an account without one could not be opened.
        var records = await homes.GetHomeAsync(cancellationToken);
        if (!await records.AddPasskeyAsync(passkey, cancellationToken))
            return PasskeyFaults.NotRegistered;
        if (!(await accounts.CreateAsync(account, context, cancellationToken)).Succeeded(out var created, out var failure))
        {
            await records.DeletePasskeyAsync(passkey, cancellationToken);
            return failure;
        }

        await using var opened = created;
        await events.RaiseAsync(context, new PasskeyAdded(passkey.Id) { UserId = created.User.Id, Tenant = created.Tenant, ClientId = client.Id, NewAccount = true }, cancellationToken);
        if (options.Value.Accounts.RequireConfirmedEmail)
            return Fault.EmailNotConfirmed;
        var proved = new ProvedSignIn(created.Account, PasskeyMethods.Of(reply.Data)) { Scope = command.Scope ?? "", Factor = PasskeyFactor.Name };
        return await signIns.SignInAsync(proved, client, context, cancellationToken);
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Makes an account that a passkey opens.</summary>
    public static Flow<SignUpWithPasskey, TokenPair> SignUp { get; } = Flow<SignUpWithPasskey, TokenPair>.Of<SignUpWithPasskeyFlow>(takesCredentials: true, fails: [PasskeyFaults.NotRegistered, Fault.EmailNotConfirmed, Fault.AccountDisabled, Fault.SecondFactorRequired]);
}
