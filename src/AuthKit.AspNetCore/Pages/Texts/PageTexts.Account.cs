namespace AuthKit.Pages.Texts;

/// <content>The account page. <c>{since}</c>, <c>{until}</c> and <c>{used}</c> are days.</content>
public sealed partial record PageTexts
{
    /// <summary>The heading of the account page.</summary>
    public string MyAccountTitle { get; init; } = "Your account";

    /// <summary>The link back to it.</summary>
    public string MyAccountLink { get; init; } = "Back to your account";

    /// <summary>Above a form of which something is wrong.</summary>
    public string ErrorMarked { get; init; } = "Please correct what is marked below.";

    /// <summary>The link back from a question.</summary>
    public string CancelLink { get; init; } = "Cancel";

    /// <summary>The button that saves.</summary>
    public string SaveButton { get; init; } = "Save";

    /// <summary>Once something is saved.</summary>
    public string SavedText { get; init; } = "Your changes have been saved.";

    /// <summary>The heading where owners prove again who they are.</summary>
    public string ProofTitle { get; init; } = "Confirm that it is you";

    /// <summary>What is to be done there, where the password will do.</summary>
    public string ProofPasswordLead { get; init; } = "Enter your password to go on.";

    /// <summary>The button that chooses the password in place of another proof.</summary>
    public string ProofPasswordChoice { get; init; } = "Use your password";

    /// <summary>Where there is nothing to prove it by but another sign-in.</summary>
    public string ProofSignInLead { get; init; } = "You signed in a while ago. Sign in again to go on.";

    /// <summary>The heading of the profile.</summary>
    public string ProfileTitle { get; init; } = "Profile";

    /// <summary>What it is for.</summary>
    public string ProfileLead { get; init; } = "Your name, and how your account is called.";

    /// <summary>Since when the account is there.</summary>
    public string ProfileSince { get; init; } = "Account since";

    /// <summary>The label of a full name.</summary>
    public string FullName { get; init; } = "Full name";

    /// <summary>The heading of the password.</summary>
    public string PasswordTitle { get; init; } = "Password";

    /// <summary>What it is for.</summary>
    public string PasswordLead { get; init; } = "Choose another password. You stay signed in here, and are signed out everywhere else.";

    /// <summary>The label of the password in force.</summary>
    public string CurrentPassword { get; init; } = "Current password";

    /// <summary>Once it is changed.</summary>
    public string PasswordChangedText { get; init; } = "Your password has been changed.";

    /// <summary>Where the account has none.</summary>
    public string PasswordNone { get; init; } = "Your account has no password.";

    /// <summary>The link by which it gets one.</summary>
    public string PasswordNoneLink { get; init; } = "Get a link by email to set one";

    /// <summary>The heading of the e-mail address.</summary>
    public string EmailTitle { get; init; } = "Email address";

    /// <summary>What it is for.</summary>
    public string EmailLead { get; init; } = "Where we write to you, and what you sign in with.";

    /// <summary>Whether it is confirmed.</summary>
    public string EmailState { get; init; } = "Confirmed";

    /// <summary>It is.</summary>
    public string Yes { get; init; } = "Yes";

    /// <summary>It is not.</summary>
    public string No { get; init; } = "No";

    /// <summary>The button that has a link sent to confirm it.</summary>
    public string EmailConfirmAgain { get; init; } = "Send a link to confirm it";

    /// <summary>Once it is on its way.</summary>
    public string EmailConfirmSent { get; init; } = "A link is on its way. Open it to confirm your address.";

    /// <summary>The heading of the form for another address.</summary>
    public string EmailChangeTitle { get; init; } = "Change the address";

    /// <summary>What comes of it.</summary>
    public string EmailChangeLead { get; init; } = "We will send a link to the new address. It counts once you have opened the link.";

    /// <summary>The label of another address.</summary>
    public string EmailNew { get; init; } = "New email address";

    /// <summary>Once the link is on its way.</summary>
    public string EmailChangeSent { get; init; } = "If the new address can be used, a link is on its way to it.";
}
