namespace AuthKit.AuthorizationServer.Requests;

/// <summary>A pushed request (RFC 9126 §2.2).</summary>
/// <param name="RequestUri">What the browser brings in place of the request.</param>
/// <param name="ExpiresIn">For how long, in seconds.</param>
public sealed record PushedRequest(string RequestUri, int ExpiresIn)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PushedRequest);
}
