using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.SignIns;
using AuthKit.Tenants;

namespace AuthKit;

/// <summary>
/// Signs in with another provider's access token, making the account where there is none. An account that is there already opens by
/// itself only to a provider that is authoritative for its address; any other fails with <see cref="Fault.LinkRequired"/>, and
/// the owner is mailed a link that lets it sign in.
/// </summary>
/// <param name="Provider">The provider's name, for example <see cref="ExternalProviders.Google"/>; null where the request names none that is known.</param>
/// <param name="AccessToken">The provider's access token.</param>
public sealed record LoginExternal(string? Provider, string? AccessToken) : Command;

internal sealed class LoginExternalFlow(
    IEnumerable<IExternalProvider> providers,
    HomeDatabase homeDatabase,
    ExternalAccounts accounts,
    SignInCompletion completion,
    IEvents events) : IFlow<LoginExternal, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(LoginExternal command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.AccessToken))
            return Failure.Of(Field.Token, Rule.Required);
        if (providers.FirstOrDefault(candidate => candidate.Name == command.Provider) is not { } provider)
            return Failure.Of(Field.Provider, Rule.Unknown);
        if (!(await provider.VerifyAsync(command.AccessToken, cancellationToken)).Succeeded(out var identity, out var failure))
        {
            if (failure.Fault == Fault.InvalidExternalToken)
                await events.RaiseAsync(context, new SignInFailed(SignInFailures.ExternalToken) { Provider = provider.Name }, cancellationToken);
            return failure;
        }

        if (!ExternalAccounts.IsKeepable(identity.Login))
            return Fault.InvalidExternalToken;

        var home = await homeDatabase.GetAsync(cancellationToken);
        if (!(await accounts.OpenAsync(home, identity, context, cancellationToken)).Succeeded(out var user, out failure))
            return failure;

        var proved = new ProvedSignIn(new(home, Tenant.Home, user), Methods: []) { Provider = provider.Name };
        return await completion.SignInAsync(proved, new(context.ClientId), context, cancellationToken);
    }
}

public static partial class Flows
{
    /// <summary>Signs in with another provider's access token.</summary>
    public static Flow<LoginExternal, TokenPair> LoginExternal { get; } = Flow<LoginExternal, TokenPair>.Of<LoginExternalFlow>(takesCredentials: true, fails: [Fault.InvalidExternalToken, Fault.LinkRequired, Fault.EmailNotConfirmed, Fault.AccountDisabled, Fault.SecondFactorRequired, Fault.ProviderUnavailable]);
}
