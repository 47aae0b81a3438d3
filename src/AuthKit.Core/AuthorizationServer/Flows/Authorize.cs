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
    IdTokens idTokens,
    Subjects subjects,
    UserDatabases databases,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time) : IFlow<Authorize, AuthorizationStep>
{
    public async Task<Outcome<AuthorizationStep>> RunAsync(Authorize command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await validator.ValidateAsync(command.Parameters, cancellationToken)).Succeeded(out var validation, out var failure))
            return failure;
        if (validation.Request is not { } request)
            return validation.Refusal! with { TellsUserFirst = validation.Refusal!.TellsUserFirst && !await browsers.IsAliveAsync(command.Browser, cancellationToken) };
        var session = await browsers.FindAsync(command.Browser, cancellationToken);
        if (request.Pushed is { IsAnswered: true })
            return session is null ? Fault.InvalidRequestUri : await AnswerAgainAsync(request, session, command.Browser!, cancellationToken);
        if (session is null || NeedsSignIn(command, request))
            return request.Asks(Prompts.None) ? Refused(request, Fault.LoginRequired) : SignIn(request);
        var browser = command.Browser!;
        if (!await IsWhoIsMeantAsync(browser, request, cancellationToken))
            return request.Asks(Prompts.None) || command.JustSignedIn ? Refused(request, Fault.LoginRequired) : SignIn(request);
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
            await database.Consents.AddAsync(browser.UserId, request.Client.Id, Scopes.Split(request.Scope), time.GetUtcNow(), cancellationToken);
        if (command.Decision is not null)
            await events.RaiseAsync(context, DecisionOf(request, browser, answer is not null), cancellationToken);
        if (answer is null)
            return Refused(request, Fault.AccessDenied);
        return await GrantAsync(database, request, session, browser, answer, time.GetUtcNow() + options.Value.OAuth.CodeLifetime, cancellationToken);
    }

    /// <summary>A second click, or a page that is loaded anew, where the first has been answered.</summary>
    private async Task<Outcome<AuthorizationStep>> AnswerAgainAsync(AuthorizationRequest request, Session session, BrowserSession browser, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(request.Pushed!, browser, cancellationToken) is not { } answer)
            return Fault.InvalidRequestUri;
        if (answer.Code is not { } code)
            return Refused(request, Fault.AccessDenied);
        await using var database = await databases.OfAsync(browser.Tenant, cancellationToken);
        return await GrantAsync(database, request, session, browser, code, answer.Until, cancellationToken);
    }

    private async Task<Outcome<AuthorizationStep>> GrantAsync(DatabaseLease database, AuthorizationRequest request, Session session, BrowserSession browser, OpaqueToken code, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var start = new SessionStart(browser.UserId, session.CredentialVersion, request.Client.Id, request.Scope) { AuthenticatedAt = browser.AuthenticatedAt, ParentId = browser.SessionId };
        return await codes.IssueAsync(database, code, until, request, start, cancellationToken)
            ? new AuthorizationGranted(request.RedirectUri, request.State, code.Encode()) { ResponseMode = request.ResponseMode }
            : Fault.InvalidRequestUri;
    }

    private static AuthEvent DecisionOf(AuthorizationRequest request, BrowserSession browser, bool allowed) => allowed
        ? new ConsentGranted(request.Scope) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId, ClientId = request.Client.Id }
        : new ConsentDenied(request.Scope) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId, ClientId = request.Client.Id };

    private bool NeedsSignIn(Authorize command, AuthorizationRequest request) => !command.JustSignedIn
        && (request.Asks(Prompts.Login)
            || request.Asks(Prompts.SelectAccount)
            || (request.MaxAge is { } maxAge && time.GetUtcNow() - command.Browser!.AuthenticatedAt >= maxAge));

    private async Task<bool> IsWhoIsMeantAsync(BrowserSession browser, AuthorizationRequest request, CancellationToken cancellationToken) =>
        request.IdTokenHint is null
        || (await idTokens.ReadAsync(request.IdTokenHint, cancellationToken) is { } hint
            && hint.Subject == await subjects.OfAsync(browser.UserId, browser.Tenant, request.Client, cancellationToken));

    // Any program on a device can take an app's name and its loopback address or private scheme: what a user has said to the app
    // is no answer to whoever comes next. An https address is one site's (RFC 8252 §8.6).
    private static bool IsSurely(AuthorizationRequest request) =>
        // Whose document it is may change from one day to the next.
        request.Client.Document is null && (!request.Client.IsPublic || request.RedirectUri.StartsWith("https://", StringComparison.Ordinal));

    private static async Task<bool> NeedsConsentAsync(DatabaseLease database, BrowserSession browser, AuthorizationRequest request, CancellationToken cancellationToken)
    {
        if (request.Asks(Prompts.Consent))
            return true;
        if (request.Client.FirstParty)
            return false;
        if (!IsSurely(request))
            return true;
        var allowed = await database.Consents.FindAsync(browser.UserId, request.Client.Id, cancellationToken);
        return Scopes.Split(request.Scope).Except(allowed).Any() || allowed.Count == 0;
    }

    private static async Task<Outcome<AuthorizationStep>> AskAsync(DatabaseLease database, BrowserSession browser, AuthorizationRequest request, CancellationToken cancellationToken)
    {
        if (await database.Users.FindByIdAsync(browser.UserId, cancellationToken) is not { } user)
            return SignIn(request);
        var client = request.Client;
        return new ConsentWanted(client.Id, client.DisplayName, Scopes.Split(request.Scope), request.RedirectUri, user.Email)
        {
            Links = ClientLinks.Of(client, request.RedirectUri),
            ClientHost = client.Document?.Authority,
            AccessTokenLifetime = client.AccessTokenLifetime,
            SessionLifetime = client.SessionLifetime,
        };
    }

    private static SignInWanted SignIn(AuthorizationRequest request) => new(request.Client.DisplayName, request.RedirectUri);

    private static AuthorizationRefused Refused(AuthorizationRequest request, Fault fault) => new(request.RedirectUri, request.State, new(fault)) { ResponseMode = request.ResponseMode };
}

public static partial class OAuthFlows
{
    /// <summary>Answers an authorization request, or tells which page the user has to see first.</summary>
    public static Flow<Authorize, AuthorizationStep> Authorize { get; } = Flow<Authorize, AuthorizationStep>.Of<AuthorizeFlow>();
}
