using System.Globalization;
using System.Text.Json;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.Pages.Texts;
using AuthKit.Users;

namespace AuthKit.Pages.Parts;

/// <summary>A request for a part of the account page, by the account's owner.</summary>
public sealed class PartRequest
{
    private readonly BrowserAccess _access;

    internal PartRequest(PageRequest page, BrowserAccess access)
    {
        (Page, _access) = (page, access);
        Context = page.Context with { Authenticated = access.Authenticated };
    }

    /// <summary>The account, as it was read.</summary>
    public User User => _access.User;

    /// <summary>What flows are given in place of an access token; it is good for this request alone.</summary>
    public string AccessToken => _access.AccessToken;

    /// <summary>How the request came.</summary>
    public FlowContext Context { get; }

    /// <summary>The sentences of the page's language.</summary>
    public PageTexts Texts => Page.Texts;

    /// <summary>The page's language: a tag (BCP 47).</summary>
    public string Language => Page.Language.Tag;

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => Page.Http.RequestServices;

    internal PageRequest Page { get; }

    /// <summary>A field of the form; null where it is missing or empty.</summary>
    public string? this[string name] => Page[name];

    /// <summary>What a key of the browser's answered (<see cref="PartForm.NewKey"/>); null where nothing was sent, or no JSON.</summary>
    public JsonElement? Credential => KeyForm.Read(Page);

    /// <summary>Runs a flow.</summary>
    public Task<Outcome<TResult>> RunAsync<TCommand, TResult>(Flow<TCommand, TResult> flow, TCommand command, CancellationToken cancellationToken) where TResult : notnull
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.RunAsync(Services, command, Context, cancellationToken);
    }

    /// <summary>A day, as all of the pages write it: what is not exact about it is the time zone.</summary>
    public static string DayOf(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
