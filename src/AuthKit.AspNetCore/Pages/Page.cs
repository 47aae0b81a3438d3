using Microsoft.AspNetCore.Http;

namespace AuthKit.Pages;

/// <summary>A page: what a contract shows people in a browser, beside the rows that it answers programs with.</summary>
/// <param name="path">Its path, below the contract's prefix.</param>
internal abstract class Page(string path)
{
    public string Path { get; } = path;

    public virtual IReadOnlyList<string> Methods { get; } = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Whether what is posted could be guessed at, so that it is counted per address.</summary>
    public virtual bool TakesCredentials => false;

    /// <summary>Whether a browser may be sent here after sign-in.</summary>
    public virtual bool IsDestination => false;

    /// <summary>Whether what is posted has to come from a page of this server. Only what clients may post themselves does not.</summary>
    public virtual bool IsGuarded(PageRequest request) => request.IsPost;

    /// <summary>Whether a field of what is posted may come several times (RFC 8707 §2); any other that does is refused (RFC 6749 §3.1).</summary>
    public virtual bool MayRepeat(string field) => false;

    public abstract Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken);
}
