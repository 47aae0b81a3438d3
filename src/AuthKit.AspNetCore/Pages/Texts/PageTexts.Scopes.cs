namespace AuthKit.Pages.Texts;

/// <content>What a client may do, on the page of consent.</content>
public sealed partial record PageTexts
{
    /// <summary>The scope <c>openid</c>.</summary>
    public string ScopeOpenId { get; init; } = "Know who you are and sign you in";

    /// <summary>The scope <c>profile</c>.</summary>
    public string ScopeProfile { get; init; } = "See your profile: your names and your user name";

    /// <summary>The scope <c>email</c>.</summary>
    public string ScopeEmail { get; init; } = "See your email address";

    /// <summary>The scope <c>phone</c>.</summary>
    public string ScopePhone { get; init; } = "See your phone number";

    /// <summary>The scope <c>address</c>.</summary>
    public string ScopeAddress { get; init; } = "See your postal address";

    /// <summary>The scope <c>username</c>.</summary>
    public string ScopeUserName { get; init; } = "See your user name";

    /// <summary>The scope <c>firstname</c>.</summary>
    public string ScopeFirstName { get; init; } = "See your first name";

    /// <summary>The scope <c>lastname</c>.</summary>
    public string ScopeLastName { get; init; } = "See your last name";

    /// <summary>The scope <c>offline_access</c>.</summary>
    public string ScopeOfflineAccess { get; init; } = "Keep this access while you are away";

    /// <summary>The link to a page about the application.</summary>
    public string ConsentAbout { get; init; } = "About {client}";

    /// <summary>The link to its terms of service.</summary>
    public string ConsentTerms { get; init; } = "Terms of service";

    /// <summary>The link to its privacy policy.</summary>
    public string ConsentPolicy { get; init; } = "Privacy policy";

    /// <summary>Who vouches for an application that is known by a document on a host of its own.</summary>
    public string ConsentClientHost { get; init; } = "This application is not registered here. It says that it belongs to {host}: allow this only if you trust that site.";

    /// <summary>Where such an application runs on the user's device.</summary>
    public string ConsentLocalClient { get; init; } = "It runs on this device, where any program could say the same. Allow this only if you have just started it yourself.";
}
