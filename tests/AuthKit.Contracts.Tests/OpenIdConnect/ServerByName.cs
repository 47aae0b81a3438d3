using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>Finds the server by the name that it is called by: what a name server does elsewhere.</summary>
internal sealed class ServerByName : DelegatingHandler
{
    public Uri Address { get; set; } = null!;

    /// <summary>One that sends by itself.</summary>
    public static ServerByName Sending() => new() { InnerHandler = new SocketsHttpHandler() };

    public Uri Reachable(Uri address) => address.ToString().StartsWith(TestHost.Issuer, StringComparison.Ordinal) ? new(Address, address.PathAndQuery) : address;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = Reachable(request.RequestUri!);
        return base.SendAsync(request, cancellationToken);
    }
}
