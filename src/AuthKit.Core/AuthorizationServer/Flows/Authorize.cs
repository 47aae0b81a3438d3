using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Codes;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Answers an authorization request (RFC 6749 §4.1.1), or tells which page the user has to see first.</summary>
/// <param name="Parameters">The request.</param>
/// <param name="Browser">Who is signed in with the browser, if anybody.</param>
public sealed record Authorize(AuthorizationParameters Parameters, BrowserSession? Browser) : Command
{
    /// <summary>The other accounts that the browser is signed in to.</summary>
    public IReadOnlyList<BrowserSession> Others { get; init; } = [];

    /// <summary>Whether the user has said for this very request that <see cref="Browser"/> is the account that they mean.</summary>
    public bool AccountChosen { get; init; }

    /// <summary>Whether the user has proved who they are for this very request, so that it need not ask for that again.</summary>
    public bool JustSignedIn { get; init; }

    /// <summary>What the user has said on the page of consent; null where they have not been asked.</summary>
    public bool? Decision { get; init; }
}

internal sealed class AuthorizeFlow(
    AuthorizationRequestValidator validator,
    PushedAnswers answers,
    AuthorizationCodes codes,
    BrowserSessions browsers,
    SessionIssuer issuer,
    SessionDevices devices,
    BrowserAccounts accounts,
    WantedContexts contexts,
    IdTokens idTokens,
    Subjects subjects,
    UserDatabases databases,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time) : IFlow<Authorize, AuthorizationStep>
{
    // Nobody answers more requests of one client with one browser at once.
    private const int MostLate = 500;

    public async Task<Outcome<AuthorizationStep>> RunAsync(Authorize command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await validator.ValidateAsync(command.Parameters, command.JustSignedIn || command.Decision is not null, cancellationToken)).Succeeded(out var validation, out var failure))
            return failure;
        if (validation.Request is not { } request)
            return validation.Refusal! with { TellsUserFirst = validation.Refusal!.TellsUserFirst && !await browsers.IsAliveAsync(command.Browser, cancellationToken) };
        if (await FindMeantAsync(command, request, cancellationToken) is { } meant)
            return new AccountMeant(meant);
        var session = await browsers.FindAsync(command.Browser, cancellationToken);
        if (request.Pushed is { IsAnswered: true })
            return session is null ? Fault.InvalidRequestUri : await AnswerAgainAsync(request, session, command.Browser!, context, cancellationToken);
        if (await NeedsChoiceAsync(command, request, session, cancellationToken))
            return new AccountChoiceWanted(request.Client.DisplayName, request.RedirectUri);
        if (session is null || NeedsSignIn(command, request))
            return request.Asks(Prompts.None) ? Refused(request, Fault.LoginRequired) : SignIn(request);
        var browser = command.Browser!;
        if (!await IsWhoIsMeantAsync(browser, request, cancellationToken))
            return request.Asks(Prompts.None) || command.JustSignedIn || command.AccountChosen ? Refused(request, Fault.LoginRequired) : SignIn(request);
        if (await contexts.ObjectionAsync(request, browser, session, command.JustSignedIn, cancellationToken) is { } objection)
        {
            if (objection != Fault.LoginRequired)
                return Refused(request, objection);
            if (!request.Asks(Prompts.None))
                return SignIn(request);
            // What the client can do without is no reason to give it nothing.
            if (request.Claims?.EssentialContexts is not null)
                return Refused(request, objection);
        }

        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        if (await NeedsConsentAsync(database, browser, request, cancellationToken))
        {
            if (request.Asks(Prompts.None))
                return Refused(request, Fault.ConsentRequired);
            if (command.Decision is null)
                return await AskAsync(database, browser, request, cancellationToken);
        }

        var answer = command.Decision is false ? null : AuthorizationCodes.New(browser.Tenant);
        if (request.Pushed is { } pushed)
        {
            if (await answers.AddAsync(pushed, browser, answer, cancellationToken) is not { } counts)
                return Fault.InvalidRequestUri;
            answer = counts.Code;
        }

        if (command.Decision is true && answer is not null && IsSurely(request))
            await database.Consents.AddAsync(browser.UserId, request.Client.Id, request.Wanted, time.GetUtcNow(), cancellationToken);
        if (command.Decision is not null)
            await events.RaiseAsync(context, DecisionOf(request, browser, answer is not null), cancellationToken);
        if (answer is null)
            return Refused(request, Fault.AccessDenied);
        var until = time.GetUtcNow() + options.Value.OAuth.CodeLifetime;
        return command.Decision is null
            ? await GrantByConsentAsync(database, request, session, browser, answer, until, context, cancellationToken)
            : await GrantAsync(database, request, session, browser, answer, until, context, cancellationToken);
    }

    // A race: a consent that is withdrawn takes the client's sessions along, and this one may come after that.
    private async Task<Outcome<AuthorizationStep>> GrantByConsentAsync(DatabaseLease database, AuthorizationRequest request, Session session, BrowserSession browser, OpaqueToken code, DateTimeOffset until, FlowContext context, CancellationToken cancellationToken)
    {
        var granted = await GrantAsync(database, request, session, browser, code, until, context, cancellationToken);
        if (!await NeedsConsentAsync(database, browser, request, cancellationToken))
            return granted;
        foreach (var late in (await database.Sessions.ListStandingAsync(browser.UserId, browser.SessionId, time.GetUtcNow(), MostLate, cancellationToken)).Where(late => late.ClientId == request.Client.Id))
            await database.Sessions.RevokeAsync(late.Id, time.GetUtcNow(), cancellationToken);
        return Refused(request, request.Asks(Prompts.None) ? Fault.ConsentRequired : Fault.AccessDenied);
    }

    /// <summary>A second click, or a page that is loaded anew, where the first has been answered.</summary>
    private async Task<Outcome<AuthorizationStep>> AnswerAgainAsync(AuthorizationRequest request, Session session, BrowserSession browser, FlowContext context, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(request.Pushed!, browser, cancellationToken) is not { } answer)
            return Fault.InvalidRequestUri;
        if (answer.Code is not { } code)
            return Refused(request, Fault.AccessDenied);
        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        return await GrantAsync(database, request, session, browser, code, answer.Until, context, cancellationToken);
    }

    private async Task<Outcome<AuthorizationStep>> GrantAsync(DatabaseLease database, AuthorizationRequest request, Session session, BrowserSession browser, OpaqueToken code, DateTimeOffset until, FlowContext context, CancellationToken cancellationToken)
    {
        var start = new SessionStart(browser.UserId, session.CredentialVersion, request.Client.Id, request.Scope)
        {
            AuthenticatedAt = browser.AuthenticatedAt,
            ParentId = browser.SessionId,
            Device = devices.Of(context),
            Details = new() { Resources = request.Resources, AuthorizationDetails = request.AuthorizationDetails, Claims = request.Claims?.Kept, KeptMethods = SessionDetails.Of(session).KeptMethods },
        };
        if (!ResponseTypes.HasCode(request.ResponseType))
        {
            // Without any token of its own, it stands as long as the browser is signed in, so that a sign-out finds the client.
            var told = await issuer.ReserveAsync(database, start, secretHash: null, session.ExpiresAt, cancellationToken);
            return new IdTokenGranted(request.RedirectUri, request.State, await SignAsync(told, request, browser, null, context, cancellationToken)) { ResponseMode = request.ResponseMode };
        }

        if (await codes.IssueAsync(database, code, until, request, start, cancellationToken) is not { } reserved)
            return Fault.InvalidRequestUri;
        var encoded = code.Encode();
        return new AuthorizationGranted(request.RedirectUri, request.State, encoded)
        {
            ResponseMode = request.ResponseMode,
            IdToken = ResponseTypes.HasIdToken(request.ResponseType) ? await SignAsync(reserved, request, browser, encoded, context, cancellationToken) : null,
        };
    }

    private ValueTask<string> SignAsync(Session session, AuthorizationRequest request, BrowserSession browser, string? code, FlowContext context, CancellationToken cancellationToken)
    {
        var details = new TokenDetails(browser.Tenant) { Client = request.Client, Nonce = request.Nonce, IdTokenAlgorithm = context.IdTokenAlgorithm };
        return idTokens.IssueToBrowserAsync(session, details, code, request.State, cancellationToken);
    }

    private static AuthEvent DecisionOf(AuthorizationRequest request, BrowserSession browser, bool allowed) => allowed
        ? new ConsentGranted(Scopes.Join(request.Wanted)) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId, ClientId = request.Client.Id }
        : new ConsentDenied(Scopes.Join(request.Wanted)) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId, ClientId = request.Client.Id };

    // What the client means is a hint: what the user has said counts before it.
    private async Task<BrowserSession?> FindMeantAsync(Authorize command, AuthorizationRequest request, CancellationToken cancellationToken)
    {
        if (command is not { Others.Count: > 0, JustSignedIn: false, AccountChosen: false })
            return null;
        IReadOnlyList<BrowserSession> all = command.Browser is { } current ? [current, .. command.Others] : command.Others;
        var meant = await accounts.FindMeantAsync(all, request.IdTokenHint, request.LoginHint, request.Client, cancellationToken);
        return meant == command.Browser ? null : meant;
    }

    // Without a current account, one of several has signed out: none of the others is taken silently.
    private async Task<bool> NeedsChoiceAsync(Authorize command, AuthorizationRequest request, Session? session, CancellationToken cancellationToken) =>
        !command.JustSignedIn && !command.AccountChosen
        && !request.Asks(Prompts.None) && !request.Asks(Prompts.Login) && !request.Asks(Prompts.Create)
        && (session is null ? (await accounts.AliveAsync(command.Others, cancellationToken)).Count > 0 : request.Asks(Prompts.SelectAccount));

    private bool NeedsSignIn(Authorize command, AuthorizationRequest request) => !command.JustSignedIn
        && (request.Asks(Prompts.Login)
            || (request.Asks(Prompts.SelectAccount) && !command.AccountChosen)
            || request.Asks(Prompts.Create)
            || (request.MaxAge is { } maxAge && time.GetUtcNow() - command.Browser!.AuthenticatedAt >= maxAge));

    private async Task<bool> IsWhoIsMeantAsync(BrowserSession browser, AuthorizationRequest request, CancellationToken cancellationToken) =>
        (request.IdTokenHint is null && request.Claims is not { Subjects.Count: > 0 })
        || IsMeant(request, await idTokens.ReadAsync(request.IdTokenHint, cancellationToken), await subjects.OfAsync(browser.UserId, browser.Tenant, request.Client, cancellationToken));

    private static bool IsMeant(AuthorizationRequest request, IdTokenHint? hint, string subject) =>
        (request.IdTokenHint is null || hint?.Subject == subject) && (request.Claims?.Subjects ?? []).All(any => any.Contains(subject));

    // Any program on a device can take an app's name and its loopback address or private scheme: what a user has said to the app
    // is no answer to whoever comes next. An https address is one site's (RFC 8252 §8.6).
    private static bool IsSurely(AuthorizationRequest request) =>
        // Whose document it is may change from one day to the next.
        request.Client.Document is null && (!request.Client.IsPublic || request.RedirectUri.StartsWith("https://", StringComparison.Ordinal));

    private static async Task<bool> NeedsConsentAsync(DatabaseLease database, BrowserSession browser, AuthorizationRequest request, CancellationToken cancellationToken)
    {
        // What was allowed before was something else.
        if (request.Asks(Prompts.Consent) || request.AuthorizationDetails is not null)
            return true;
        if (request.Client.FirstParty)
            return false;
        if (!IsSurely(request))
            return true;
        var allowed = await database.Consents.FindAsync(browser.UserId, request.Client.Id, cancellationToken);
        return request.Wanted.Except(allowed).Any() || allowed.Count == 0;
    }

    private async Task<Outcome<AuthorizationStep>> AskAsync(DatabaseLease database, BrowserSession browser, AuthorizationRequest request, CancellationToken cancellationToken)
    {
        if (await database.Users.FindByIdAsync(browser.UserId, cancellationToken) is not { } user)
            return SignIn(request);
        var client = request.Client;
        return new ConsentWanted(client.Id, client.DisplayName, request.Wanted, request.RedirectUri, user.Email)
        {
            AuthorizationDetails = request.AuthorizationDetails,
            Links = ClientLinks.Of(client, request.RedirectUri),
            ClientHost = client.Document?.Authority,
            AccessTokenLifetime = client.AccessTokenLifetime,
            SessionLifetime = client.SessionLifetime,
        };
    }

    private SignInWanted SignIn(AuthorizationRequest request) => new(request.Client.DisplayName, request.RedirectUri)
    {
        CreatesAccount = request.Asks(Prompts.Create),
        LoginHint = request.LoginHint,
        WantsSecondFactor = contexts.WantsSecondFactor(request),
    };

    private static AuthorizationRefused Refused(AuthorizationRequest request, Fault fault) => new(request.RedirectUri, request.State, new(fault)) { ResponseMode = request.ResponseMode };
}

public static partial class OAuthFlows
{
    /// <summary>Answers an authorization request, or tells which page the user has to see first.</summary>
    public static Flow<Authorize, AuthorizationStep> Authorize { get; } = Flow<Authorize, AuthorizationStep>.Of<AuthorizeFlow>();
}
