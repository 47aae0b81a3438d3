using AuthKit.Pages.Texts;

namespace AuthKit.Pages;

/// <summary>The pages of the authorization server; set with <c>services.Configure&lt;PageOptions&gt;</c>.</summary>
public sealed class PageOptions
{
    /// <summary>What people know this server as; shown above each heading and in the window's title.</summary>
    /// <value>Default: null, which is nothing.</value>
    public string? ProductName { get; set; }

    /// <summary>The sentences, by language tag (BCP 47): add a language, or put other sentences in the place of one that is there.</summary>
    /// <value>Default: <c>en</c> and <c>vi</c>.</value>
    public IDictionary<string, PageTexts> Texts { get; } = new Dictionary<string, PageTexts>(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = new(),
        ["vi"] = PageTexts.Vietnamese,
    };

    /// <summary>
    /// Whether AuthKit's sign-in page asks for the name first, and for the password, or whatever else there is to sign in with, on a second page. Both are the same
    /// whether there is an account of the name or not. It is worth its extra step where people have several ways to sign in.
    /// </summary>
    /// <value>Default: false, because one page is one step fewer, and what fills in passwords likes it better.</value>
    public bool IdentifierFirst { get; set; }

    /// <summary>
    /// A sign-in page of the host's own: a path or an address, to which <c>return_url</c> is added. AuthKit's own pages for
    /// sign-in and sign-up are then closed, so that nobody gets in past it.
    /// </summary>
    /// <value>Default: null, which is AuthKit's.</value>
    public string? SignInPage { get; set; }

    /// <summary>A page of consent of the host's own: a path or an address, to which <c>return_url</c>, <c>client_id</c>, <c>client_name</c> and <c>scope</c> are added.</summary>
    /// <value>Default: null, which is AuthKit's.</value>
    public string? ConsentPage { get; set; }

    /// <summary>
    /// A page of the host's own where people choose among the accounts that the browser is signed in to: a path or an address, to which
    /// <c>return_url</c> is added. It posts <c>account</c>, the id of a session, and <c>return_url</c> to AuthKit's <c>/select-account</c>.
    /// </summary>
    /// <value>Default: null, which is AuthKit's.</value>
    public string? SelectAccountPage { get; set; }

    /// <summary>A page of the host's own where people let devices in: a path or an address, to which <c>user_code</c> is added where it is known.</summary>
    /// <value>Default: null, which is AuthKit's.</value>
    public string? DevicePage { get; set; }

    /// <summary>Where a browser goes after sign-out when no client wants it back: a path or an address.</summary>
    /// <value>Default: null, which is AuthKit's own page.</value>
    public string? SignedOutPage { get; set; }
}
