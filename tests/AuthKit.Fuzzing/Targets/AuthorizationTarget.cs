using AuthKit.Http.Reading;

namespace AuthKit.Fuzzing.Targets;

/// <summary>The header <c>Authorization</c>, as a client's and as a bearer's.</summary>
internal static class AuthorizationTarget
{
    public static void Read(string text)
    {
        BasicHeader.Read(text, Refuse);
        var token = BearerHeader.Read(text, Refuse);
        BrokenPromiseException.Unless(token is null || token == token.Trim(), "A token has no blanks about it.");
    }

    private static void Refuse(Fault fault)
    {
    }
}
