namespace AuthKit.Contracts.Tests.Replay;

/// <summary>A file of requests and the replies to them; its format is described in <c>Transcripts/README.md</c>.</summary>
/// <param name="Path">The file, relative to the folder of transcripts and without its extension.</param>
/// <param name="After">The transcript that is replayed before it, if any.</param>
/// <param name="With">How its host differs from the usual one.</param>
/// <param name="Steps">What happens, in order.</param>
internal sealed record Transcript(string Path, string? After, IReadOnlyList<string> With, IReadOnlyList<Step> Steps)
{
    public IEnumerable<Exchange> Exchanges => Steps.OfType<Exchange>();

    public override string ToString() => Path;
}

/// <summary>Something that happens in a transcript.</summary>
internal abstract record Step;

/// <summary>Time passes.</summary>
internal sealed record Wait(TimeSpan Time) : Step;

/// <summary>A mail arrives, and the token in its link gets a name.</summary>
internal sealed record Mail(string To, string Name) : Step;

/// <summary>An account's owner opens a mailed link, and says with the password that an identity is theirs.</summary>
internal sealed record Linking(string To, string Password) : Step;

/// <summary>The host gives an account a role.</summary>
internal sealed record RoleGiven(string To, string Role) : Step;

/// <summary>The account of document 003 allows an authorization request, and its code gets a name.</summary>
internal sealed record Authorization(string Name, string Query) : Step;

/// <summary>The account of document 003 lets a device in, or keeps it out.</summary>
internal sealed record DeviceDecision(string Name, bool Allowed) : Step;

/// <summary>A client signs an assertion, which gets a name.</summary>
internal sealed record Signing(string Name) : Step;

/// <summary>A browser comes back from another provider, with a code that gets a name.</summary>
internal sealed record ExternalReturn(string Name) : Step;

/// <summary>An authenticator app shows the code of a secret, which gets a name.</summary>
internal sealed record Authenticator(string Name, string Secret) : Step;

/// <summary>A request and its reply.</summary>
internal sealed record Exchange(string Title, string Method, string Target, IReadOnlyList<HeaderLine> RequestHeaders, string RequestBody, int Status, IReadOnlyList<HeaderLine> Headers, string Body) : Step;

/// <summary>A header as it is written.</summary>
internal sealed record HeaderLine(string Name, string Value);
