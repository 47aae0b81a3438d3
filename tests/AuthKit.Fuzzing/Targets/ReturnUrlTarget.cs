using AuthKit.AuthorizationServer;
using AuthKit.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Where a browser goes on after sign-in: against open redirects.</summary>
internal static class ReturnUrlTarget
{
    private static readonly OAuthContract Contract = new();
    private static readonly Page SignIn = Contract.Pages.Single(page => page.Path == "/signin");
    private static readonly IServiceProvider Services = new ServiceCollection().BuildServiceProvider();
    private static readonly Uri Here = new("https://auth.example");

    public static void Read(string text)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        http.Request.Path = "/signin";
        var addresses = new PageAddresses(http.Request, Contract, SignIn);
        _ = PageAddresses.Query(text, "client_id");
        if (addresses.Destination(text) is not { } destination)
            return;
        var led = new Uri(Here, destination);
        BrokenPromiseException.Unless(led.Host == Here.Host && led.Scheme == Here.Scheme && Contract.Pages.Any(page => page.IsDestination && page.Path == led.AbsolutePath), "It leads to a page of this server's.");
    }
}
