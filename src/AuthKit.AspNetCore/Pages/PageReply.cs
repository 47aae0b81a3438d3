using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Pages;

/// <summary>What a page answers: HTML, or where to go on.</summary>
internal sealed record PageReply
{
    private PageReply()
    {
    }

    public required int Status { get; init; }

    /// <summary>The page's heading.</summary>
    public string Title { get; private init; } = "";

    public Markup Body { get; private init; } = Markup.Empty;

    /// <summary>Where the browser goes on, in place of a page.</summary>
    public string? Location { get; private init; }

    /// <summary>Where the page's form may lead in the end, beyond this server.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>Where the page's form leads at once, and nowhere else: the page has <see cref="SubmitScript"/> in it.</summary>
    public string? PostsTo { get; init; }

    /// <summary>What the page loads in frames, and from nowhere else: the page has <see cref="ContinueScript"/> in it.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>Whether the page asks for a key of the browser's: it has <see cref="KeyScript"/> in it.</summary>
    public bool AsksForKey { get; init; }

    /// <summary>Whether the page has more to show than a question.</summary>
    public bool IsWide { get; init; }

    /// <summary>What went wrong, where the headers have to tell.</summary>
    public Failure? Failure { get; init; }

    public static PageReply Show(string title, Markup body) => new() { Status = StatusCodes.Status200OK, Title = title, Body = body };

    /// <summary>RFC 9110 §15.4.4: whatever was sent here, it is not sent on (RFC 9700 §4.12).</summary>
    public static PageReply See(string location) => new() { Status = StatusCodes.Status303SeeOther, Location = location };
}
