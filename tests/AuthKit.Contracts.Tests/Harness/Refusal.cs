namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Short ways to say why something is refused.</summary>
internal static class Refusal
{
    /// <summary>Asserts that the reply is an error of RFC 6749 §5.2 in its envelope.</summary>
    public static void AssertRefused(this Answer answer, int status, string error, string? because = null)
    {
        Assert.That(answer.Status, Is.EqualTo(status), $"{because} {answer.Body}");
        Assert.That(answer.Member("error"), Is.EqualTo(error), $"{because} {answer.Body}");
        Envelope.AssertFailure("oauth", answer, because);
        Assert.That(answer.Header("WWW-Authenticate"), error is "invalid_client" ? Does.StartWith("Basic ") : status is 401 or 403 ? Does.StartWith("Bearer") : Is.Null, because);
    }
}
