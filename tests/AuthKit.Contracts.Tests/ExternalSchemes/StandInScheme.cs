using System.Security.Claims;
using System.Text.Encodings.Web;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>A scheme whose provider sends everybody straight back as the same person.</summary>
internal sealed class StandInScheme(IOptionsMonitor<StandInScheme.Settings> options, ILoggerFactory logger, UrlEncoder encoder, IDataProtectionProvider protection)
    : RemoteAuthenticationHandler<StandInScheme.Settings>(options, logger, encoder)
{
    public const string Name = "corp";
    public const string ReturnAddress = "https://client.example/signed-in";

    private readonly PropertiesDataFormat _state = new(protection.CreateProtector("stand-in"));

    public static HostPlan Plan { get; } = new()
    {
        Build = static builder =>
        {
            builder.Services.AddAuthentication().AddRemoteScheme<Settings, StandInScheme>(Name, "Corp", Configure("/signin-corp"));
            builder.AddExternalSchemes(static schemes => schemes.ReturnAddresses.Add(ReturnAddress));
        },
    };

    /// <summary>Settings of a scheme whose provider comes back to a path.</summary>
    public static Action<Settings> Configure(string callback) => settings =>
    {
        settings.CallbackPath = callback;
        // The browser's clock, by which its cookies end, is the machine's.
        settings.TimeProvider = TimeProvider.System;
        // A browser takes Secure cookies from this machine without https, and CookieContainer does not.
        settings.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        settings.CorrelationCookie.SameSite = SameSiteMode.Lax;
    };

    /// <summary>Has a browser go to the provider and back for a client that keeps <see cref="PageHost.Verifier"/>.</summary>
    /// <returns>The code.</returns>
    public static async Task<string> TravelAsync(TestHost host)
    {
        using var browser = new Browser(host);
        var answer = await browser.AskAsync(QueryHelpers.AddQueryString("/external-sign-in", new Dictionary<string, string?> { ["provider"] = Name, ["return_address"] = ReturnAddress, ["code_challenge"] = PageHost.Challenge }));
        while (answer.Header("Location") is { } next)
        {
            if (next.StartsWith(ReturnAddress, StringComparison.Ordinal))
                return QueryHelpers.ParseQuery(new Uri(next).Query)["code"].ToString();
            answer = await browser.AskAsync(next);
        }

        throw new AssertionException($"{answer.Status} {answer.Body}");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        GenerateCorrelationId(properties);
        Response.Redirect(QueryHelpers.AddQueryString(BuildRedirectUri(Options.CallbackPath), "state", _state.Protect(properties)));
        return Task.CompletedTask;
    }

    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        if (_state.Unprotect(Request.Query["state"]) is not { } properties)
            return Task.FromResult(HandleRequestResult.Fail("There is no state."));
        if (!ValidateCorrelationId(properties))
            return Task.FromResult(HandleRequestResult.Fail("The state is another browser's.", properties));
        var person = new ClaimsIdentity([new("sub", "1001"), new("email", "kim@corp.example"), new("email_verified", "true"), new("name", "Kim")], Scheme.Name);
        return Task.FromResult(HandleRequestResult.Success(new(new ClaimsPrincipal(person), properties, Scheme.Name)));
    }

    internal sealed class Settings : RemoteAuthenticationOptions
    {
        public Settings() => Events = new();
    }
}
