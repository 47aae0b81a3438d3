using AuthKit.Events;
using AuthKit.Http.Reading;
using AuthKit.Security;
using AuthKit.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Http;

/// <summary>
/// One path of a contract. It is a plain <see cref="RequestDelegate"/>, because native binding answers a malformed body
/// before anything could put it into the contract's envelope; whatever goes wrong from here on wears it.
/// </summary>
internal sealed class ContractEndpoint(Contract contract, IReadOnlyList<Row> rows, IServiceProvider services)
{
    private readonly PathRows _rows = new(rows);
    private readonly AddressLimiter _limiter = services.GetRequiredService<AddressLimiter>();
    private readonly ITenantHint _tenantHint = services.GetRequiredService<ITenantHint>();
    private readonly PresentedProofs _proofs = services.GetRequiredService<PresentedProofs>();
    private readonly IEvents _events = services.GetRequiredService<IEvents>();
    private readonly ILogger _logger = services.GetRequiredService<ILogger<ContractEndpoint>>();
    private readonly FlowContext _context = ContractContext.Of(contract, services);
    private readonly CorsReplies _cors = services.GetRequiredService<CorsReplies>();
    private readonly ContractCookies? _cookies = contract.SessionCookies is { } rules ? new(services.GetRequiredService<SessionCookies>(), rules) : null;
    private readonly bool _bringsDatabases = services.GetRequiredService<IOptions<AuthKitOptions>>().Value.ClientDatabases is not null;

    /// <summary>How pages of other origins may call the path; null where they may not.</summary>
    public CorsRoute? CorsRoute { get; } = rows.Max(static row => row.CorsAccess) is var access and not CorsAccess.None
        ? new(access, rows.Where(static row => row.CorsAccess is not CorsAccess.None).Select(static row => row.Method).Distinct())
        : null;

    public async Task InvokeAsync(HttpContext http)
    {
        if (CorsRoute is { } route && CorsReplies.IsPreflight(http.Request))
        {
            await _cors.AnswerPreflightAsync(http, route);
            return;
        }

        var candidates = _rows.Of(http.Request.Method);
        // Until the request says which row it wants, a failure speaks as the path's first row would.
        var row = candidates.Length > 0 ? candidates[0] : _rows.First;
        Reply reply;
        try
        {
            (row, reply) = candidates.Length > 0 ? await AnswerAsync(http, candidates) : (row, row.Refuse(new(Fault.MethodNotAllowed)));
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            reply = row.Refuse(_logger.ToFailure(e, http, contract.Name));
        }

        if (IsCrossOrigin(http))
            await _cors.ExposeAsync(http, CorsRoute!);

        await ReplyWriter.WriteAsync(http.Response, row, reply, _rows.Allowed, contract.ClientChallenge);
    }

    private async Task<(Row Row, Reply Reply)> AnswerAsync(HttpContext http, Row[] candidates)
    {
        var first = candidates[0];
        var cancellationToken = http.RequestAborted;
        var reading = BodyReader.ReadAsync(http.Request, first.Body, cancellationToken);
        // A body may be long in coming; whoever called before it has to be looked at again after it.
        var authenticated = reading.IsCompleted ? http.Features.Get<AuthenticatedToken>() : null;
        var body = await reading;
        if (IsCrossOrigin(http))
            CorsReplies.Remember(http, body);
        var row = Array.Find(candidates, candidate => Meets(candidate, body));
        if ((row ?? first).HasDuplicates(body))
            return (first, first.Refuse(new(Fault.Malformed)));
        if (row is null)
            return (first, first.Refuse(NoRow(first.Condition!, body)));
        var (session, unshown) = _cookies is null ? default : await _cookies.BeginAsync(http, row);
        if (unshown is not null)
            return (row, row.Refuse(unshown));
        var context = ContextOf(http, row, authenticated);
        if (LimitOf(http, row, body, out var retryAfter) is { } limit)
        {
            await _events.RaiseAsync(context, new RequestLimited(limit), cancellationToken);
            return (row, row.Refuse(new(Fault.TooManyRequests) { RetryAfter = retryAfter }));
        }

        var reply = await DatabaseTime.LimitAsync(http, token => row.AnswerAsync(new WireRequest(http.Request, body, row.Spelling) { CookieToken = session?.AccessToken }, context, http.RequestServices, token));
        PresentedProofs.WriteNonce(http.Response, context.Proof);
        if (reply.Tokens?.DeviceToken is { } device)
            DeviceCookie.Keep(http, device);
        if (row.TakesClients && reply.Failure?.Fault == Fault.InvalidClient)
            _limiter.CountFailedClient(http);
        return (row, _cookies?.Finish(http, row, session, reply) ?? reply);
    }

    private bool IsCrossOrigin(HttpContext http) => CorsRoute is not null && CorsReplies.AreAsked(http.Request);

    private string? LimitOf(HttpContext http, Row row, IReadOnlyDictionary<string, WireValue> body, out TimeSpan? retryAfter)
    {
        retryAfter = null;
        return row.TakesClients && _limiter.RefusesClients(http, out retryAfter) ? RequestLimits.FailedClients
            : row.TakesCredentials && _limiter.Refuses(http, out retryAfter) ? RequestLimits.Credentials
            : row.KeepsRequests && _limiter.Refuses(http, PresentedClient.Of(http.Request, body), out retryAfter) ? RequestLimits.KeptRequests
            : null;
    }

    private FlowContext ContextOf(HttpContext http, Row row, AuthenticatedToken? authenticated) => _context with
    {
        TenantHint = _tenantHint.Of(http),
        Authenticated = authenticated,
        Proof = _proofs.Of(http),
        Device = row.TakesCredentials ? DeviceCookie.ProofOf(http.Request) ?? _cookies?.ProofOf(http) : null,
        Address = row.TakesClients || (row.TakesCredentials && _bringsDatabases) ? NetworkAddress.Of(http).ToString() : null,
        RemoteAddress = http.Connection.RemoteIpAddress,
        UserAgent = http.Request.Headers.UserAgent,
    };

    private static bool Meets(Row row, IReadOnlyDictionary<string, WireValue> body) =>
        row.Condition is not { } condition || (body.TryGetValue(condition.Field, out var value) && value.Text == condition.Value);

    private static Failure NoRow(RowCondition condition, IReadOnlyDictionary<string, WireValue> body) =>
        body.TryGetValue(condition.Field, out var value) && !string.IsNullOrEmpty(value.Text) ? new(Fault.UnsupportedGrantType) : Failure.Of(condition.Field, Rule.Required);
}
