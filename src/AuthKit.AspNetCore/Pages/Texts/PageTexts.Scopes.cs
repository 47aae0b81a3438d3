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
}
