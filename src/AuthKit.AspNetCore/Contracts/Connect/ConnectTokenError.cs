namespace AuthKit.Contracts.Connect;

/// <summary>The error object of a refused refresh, with the codes of RFC 6749 §5.2.</summary>
internal static class ConnectTokenError
{
    public static RefreshModel Of(Failure failure, string sentence) => new(Code(failure.Fault), sentence, null, null, null, null, null);

    private static string Code(Fault fault) => fault switch
    {
        Fault.InvalidRefreshToken => "invalid_grant",
        Fault.InvalidClient => "invalid_client",
        Fault.UnauthorizedClient => "unauthorized_client",
        Fault.UnsupportedGrantType => "unsupported_grant_type",
        Fault.StoreUnavailable or Fault.Busy or Fault.TooManyRequests => "temporarily_unavailable",
        Fault.Unexpected => "server_error",
        _ => "invalid_request",
    };
}
