using AuthKit.Events;
using AuthKit.Http;
using AuthKit.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Pages;

/// <summary>One page of a contract. Whatever goes wrong past routing is a page as well.</summary>
internal sealed class PageEndpoint(Contract contract, Page page, IServiceProvider services)
{
    /// <summary>What servers read by default is 8 KiB of request line; a request that is longer can be pushed (RFC 9126).</summary>
    private const int LongestAddress = 8000;

    private readonly AddressLimiter _limiter = services.GetRequiredService<AddressLimiter>();
    private readonly PageAntiforgery _antiforgery = services.GetRequiredService<PageAntiforgery>();
    private readonly ITenantHint _tenantHint = services.GetRequiredService<ITenantHint>();
    private readonly IEvents _events = services.GetRequiredService<IEvents>();
    private readonly ILogger _logger = services.GetRequiredService<ILogger<PageEndpoint>>();
    private readonly FlowContext _context = ContractContext.Of(contract, services);

    public async Task InvokeAsync(HttpContext http)
    {
        PageAntiforgery.Forget(http);
        var request = new PageRequest(http, contract, page, ContextOf(http));
        PageReply reply;
        try
        {
            reply = await AnswerAsync(http, request);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            reply = ErrorPage.Of(request, _logger.ToFailure(e, http, contract.Name));
        }

        await PageWriter.WriteAsync(http.Response, reply, request);
    }

    private async Task<PageReply> AnswerAsync(HttpContext http, PageRequest request)
    {
        if (!page.Methods.Contains(http.Request.Method))
            return ErrorPage.Of(request, new(Fault.MethodNotAllowed));
        await request.ReadAsync(http.RequestAborted);
        if (request.IsPost && page.TakesCredentials && _limiter.Refuses(http, out var retryAfter))
        {
            await _events.RaiseAsync(ContextOf(http), new RequestLimited(RequestLimits.Credentials), http.RequestAborted);
            return ErrorPage.Of(request, new(Fault.TooManyRequests) { RetryAfter = retryAfter });
        }

        if (request.HasForeignReturnUrl)
            return ErrorPage.Of(request, new(Fault.Malformed));
        request.SignIn(await http.AuthenticateAsync(AuthKitDefaults.BrowserScheme));
        if (page.IsGuarded(request) && !await _antiforgery.IsRequestValidAsync(http))
        {
            await _events.RaiseAsync(ContextOf(http), new ForgeryRefused(), http.RequestAborted);
            return ErrorPage.Expired(request);
        }

        var reply = await DatabaseTime.LimitAsync(http, token => page.AnswerAsync(request, token));
        return reply.Location is { Length: > LongestAddress } ? ErrorPage.Of(request, new(Fault.PayloadTooLarge)) : reply;
    }

    private FlowContext ContextOf(HttpContext http) => _context with
    {
        TenantHint = _tenantHint.Of(http),
        Device = DeviceCookie.ProofOf(http.Request),
        RemoteAddress = http.Connection.RemoteIpAddress,
        UserAgent = http.Request.Headers.UserAgent,
    };
}
