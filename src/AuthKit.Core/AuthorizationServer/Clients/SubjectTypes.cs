namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The values of <c>subject_type</c> (OpenID Connect Core 1.0 §8).</summary>
public static class SubjectTypes
{
    /// <summary>One name of a user for every client.</summary>
    public const string Public = "public";

    /// <summary>A name of its own for every sector.</summary>
    public const string Pairwise = "pairwise";
}
