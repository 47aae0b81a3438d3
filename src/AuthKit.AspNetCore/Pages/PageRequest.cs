using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Http;
using AuthKit.Http.Reading;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AuthKit.Pages;

/// <summary>A request as a page sees it: what was sent, who is signed in, and in which language to answer.</summary>
internal sealed class PageRequest(HttpContext http, Contract contract, Page page, FlowContext context)
{
    private IReadOnlyDictionary<string, WireValue> _posted = new Dictionary<string, WireValue>();

    /// <summary>How the request came.</summary>
    public FlowContext Context { get; private set; } = context;

    public PageOptions Options { get; } = http.RequestServices.GetRequiredService<IOptions<PageOptions>>().Value;

    public AuthKitOptions AuthKit { get; } = http.RequestServices.GetRequiredService<IOptions<AuthKitOptions>>().Value;

    public HttpContext Http => http;

    public Contract Contract => contract;

    public Page Page => page;

    public bool IsPost => HttpMethods.IsPost(http.Request.Method);

    public IEnumerable<KeyValuePair<string, string?>> Posted => _posted.SelectMany(sent => sent.Value.Texts, (sent, text) => KeyValuePair.Create<string, string?>(sent.Key, text));

    /// <summary>The addresses of the contract's pages.</summary>
    public PageAddresses Addresses { get; } = new(http.Request, contract, page);

    /// <summary>Where the browser goes after what it does here; null where nothing waits.</summary>
    public string? ReturnUrl => Addresses.Destination(this["return_url"] ?? Query("return_url"));

    /// <summary>Whether the browser is to go where it may not: an open redirect.</summary>
    public bool HasForeignReturnUrl => (this["return_url"] ?? Query("return_url")) is not null && ReturnUrl is null;

    /// <summary>Who is signed in, as the browser's cookie has it: sessions may have ended since.</summary>
    public BrowserState Accounts { get; private set; } = BrowserState.Nobody;

    /// <summary>The current account's session.</summary>
    public BrowserSession? Browser => Accounts.Current;

    /// <summary>The languages that a client asks for (OpenID Connect Core 1.0 §3.1.2.1, <c>ui_locales</c>).</summary>
    public string? Locales => Query("ui_locales") ?? this["ui_locales"] ?? PageAddresses.Query(ReturnUrl, "ui_locales");

    public PageLanguage Language => PageLanguage.Choose(Options, [.. (Locales ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), .. AcceptedLanguages.Read(http.Request)]);

    public PageTexts Texts => Language.Texts;

    /// <summary>A field of the form; null where it is missing or empty.</summary>
    public string? this[string name] => _posted.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value.Text) ? value.Text : null;

    /// <summary>A query parameter; null where it is missing, empty, or there twice.</summary>
    public string? Query(string name) => http.Request.Query[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>Has the browser's cookie say who is signed in.</summary>
    public void SignIn(AuthenticateResult cookie)
    {
        Accounts = BrowserState.Of(cookie);
        // Antiforgery ties its tokens to this user.
        http.User = Accounts.Current is null ? new() : cookie.Principal!;
    }

    /// <summary>Makes another of the browser's accounts the current one; for a request, where the user has chosen it for one.</summary>
    public async Task ChooseAsync(BrowserSession chosen, string? chosenFor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Accounts = Accounts.With(chosen, int.MaxValue);
        http.User = BrowserPrincipal.Create(chosen, chosenFor: chosenFor);
        await http.KeepAsync(Accounts, chosenFor: chosenFor);
    }

    /// <summary>Has whoever signs in with this request asked for a second factor, also on a device that would be spared it.</summary>
    public void WantSecondFactor() => Context = Context with { WantsSecondFactor = true };

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (!IsPost)
            return;
        _posted = await BodyReader.ReadAsync(http.Request, BodySyntax.Form, cancellationToken);
        if (_posted.Any(field => field.Value.IsRepeated && !page.MayRepeat(field.Key)))
            throw new UnreadableException(Fault.Malformed);
        // Antiforgery looks for its token here; it finds what was read, and reads nothing itself.
        http.Request.Form = new FormCollection(_posted.ToDictionary(field => field.Key, field => new StringValues(field.Value.Text)));
    }

    public Task<Outcome<TResult>> RunAsync<TCommand, TResult>(Flow<TCommand, TResult> flow, TCommand command, CancellationToken cancellationToken) where TResult : notnull =>
        flow.RunAsync(http.RequestServices, command, Context, cancellationToken);

    /// <summary>What tells this browser from others, see <see cref="PageAntiforgery.BrowserOf"/>.</summary>
    public string BrowserToken => http.RequestServices.GetRequiredService<PageAntiforgery>().BrowserOf(http);

    /// <summary>The antiforgery token (CSRF): it shows that a form comes from a page that this browser was shown.</summary>
    public Markup Token()
    {
        var tokens = http.RequestServices.GetRequiredService<PageAntiforgery>().GetAndStoreTokens(http);
        return Elements.Hidden(tokens.FormFieldName, tokens.RequestToken);
    }
}
