using AuthKit.Http.Reading;
using AuthKit.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Http;

/// <summary>
/// One path of a contract. It is a plain <see cref="RequestDelegate"/>, because native binding answers a malformed body
/// before anything could put it into the contract's envelope; whatever goes wrong from here on wears it.
/// </summary>
internal sealed class ContractEndpoint(Contract contract, string pattern, IReadOnlyList<Row> rows, IServiceProvider services)
{
    private readonly AddressLimiter _limiter = services.GetRequiredService<AddressLimiter>();
    private readonly ITenantHint _tenantHint = services.GetRequiredService<ITenantHint>();
    private readonly ILogger _logger = services.GetRequiredService<ILogger<ContractEndpoint>>();
    private readonly FlowContext _context = ContractContext.Of(contract, pattern, services);

    public async Task InvokeAsync(HttpContext http)
    {
        // Until the request says which row it wants, a failure speaks as the path's first row would.
        var row = rows.FirstOrDefault(row => Serves(row, http.Request.Method)) ?? rows[0];
        Reply reply;
        try
        {
            (row, reply) = await AnswerAsync(http, row);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            reply = row.Refuse(contract, _logger.ToFailure(e, http, contract.Name));
        }

        await ReplyWriter.WriteAsync(http.Response, row.EnvelopeOf(contract, reply), reply, Allowed(), contract.ClientChallenge);
    }

    private async Task<(Row Row, Reply Reply)> AnswerAsync(HttpContext http, Row first)
    {
        var candidates = rows.Where(row => Serves(row, http.Request.Method)).ToList();
        if (candidates.Count == 0)
            return (first, first.Refuse(contract, new(Fault.MethodNotAllowed)));
        var cancellationToken = http.RequestAborted;
        var body = await BodyReader.ReadAsync(http.Request, first.Body, cancellationToken);
        if (candidates.Find(candidate => Meets(candidate, body)) is not { } row)
            return (first, first.Refuse(contract, NoRow(candidates[0].Condition!, body)));
        if (row.TakesCredentials && _limiter.Refuses(http.Connection.RemoteIpAddress, out var retryAfter))
            return (row, row.Refuse(contract, new(Fault.TooManyRequests) { RetryAfter = retryAfter }));
        var context = _tenantHint.Of(http) is { } hint ? _context with { TenantHint = hint } : _context;
        return (row, await row.AnswerAsync(contract, new WireRequest(http.Request, body), context, http.RequestServices, cancellationToken));
    }

    private static bool Serves(Row row, string method) => row.Method == method || (HttpMethods.IsHead(method) && HttpMethods.IsGet(row.Method));

    private static bool Meets(Row row, IReadOnlyDictionary<string, WireValue> body) =>
        row.Condition is not { } condition || (body.TryGetValue(condition.Field, out var value) && value.Text == condition.Value);

    private static Failure NoRow(RowCondition condition, IReadOnlyDictionary<string, WireValue> body) =>
        body.TryGetValue(condition.Field, out var value) && !string.IsNullOrEmpty(value.Text) ? new(Fault.UnsupportedGrantType) : Failure.Of(condition.Field, Rule.Required);

    private string Allowed() => string.Join(", ", rows.Select(row => row.Method).Distinct(StringComparer.Ordinal));
}
