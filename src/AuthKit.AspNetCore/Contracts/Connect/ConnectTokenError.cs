namespace AuthKit.Contracts.Connect;

/// <summary>The error object of a refused refresh, with the codes of RFC 6749 §5.2.</summary>
internal static class ConnectTokenError
{
    public static RefreshModel Of(Failure failure, string sentence) => new(failure.Fault.OAuthError, sentence, null, null, null, null, null);
}
