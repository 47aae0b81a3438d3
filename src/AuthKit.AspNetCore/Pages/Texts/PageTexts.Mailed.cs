namespace AuthKit.Pages.Texts;

/// <content>What is said of confirmed addresses and of mailed codes.</content>
public sealed partial record PageTexts
{
    /// <summary>Where a right password waits for the address.</summary>
    public string EmailNotConfirmed { get; init; } = "Confirm your email address first: open the link that was sent to it.";

    /// <summary>Where a right password is for an account that is shut.</summary>
    public string AccountDisabled { get; init; } = "This account is disabled.";

    /// <summary>The link that has another such link sent.</summary>
    public string ConfirmEmailLink { get; init; } = "Send the link again";

    /// <summary>The heading of the page where an address is confirmed.</summary>
    public string ConfirmEmailTitle { get; init; } = "Confirm your email address";

    /// <summary>What is to be watched out for, with a new account.</summary>
    public string ConfirmEmailWarning { get; init; } = "Confirm this only if you have made an account here yourself. Otherwise close this page: somebody else would have an account with your address.";

    /// <summary>What is to be watched out for, where an account is to have another address.</summary>
    public string ConfirmEmailChangeWarning { get; init; } = "Your account will have this address from now on, and you will be signed out elsewhere.";

    /// <summary>The button that confirms.</summary>
    public string ConfirmEmailButton { get; init; } = "Confirm";

    /// <summary>What the form does that has the link sent again.</summary>
    public string ConfirmEmailRequestLead { get; init; } = "We will send you a link to confirm your address.";

    /// <summary>What comes next once it is sent, if there was whom to send it to.</summary>
    public string ConfirmEmailSentText { get; init; } = "If there is something to confirm, a link is on its way. It works once.";

    /// <summary>The heading once an address is confirmed.</summary>
    public string ConfirmEmailDoneTitle { get; init; } = "Your email address is confirmed";

    /// <summary>What comes next then.</summary>
    public string ConfirmEmailDoneText { get; init; } = "You can close this page and sign in.";

    /// <summary>The heading of the page where the change of an address is taken back.</summary>
    public string UndoEmailTitle { get; init; } = "Take your account back";

    /// <summary>What that does.</summary>
    public string UndoEmailWarning { get; init; } = "Your account gets its former email address back, everybody is signed out, and we send you a link to choose a new password.";

    /// <summary>The button that does it.</summary>
    public string UndoEmailButton { get; init; } = "Take it back";

    /// <summary>The heading once it is done.</summary>
    public string UndoEmailDoneTitle { get; init; } = "Your account is yours again";

    /// <summary>What comes next then.</summary>
    public string UndoEmailDoneText { get; init; } = "Check your email: a link to choose a new password is on its way.";

    /// <summary>The heading after a registration that waits for the address.</summary>
    public string SignUpSentTitle { get; init; } = "Check your email";

    /// <summary>What comes next then.</summary>
    public string SignUpSentText { get; init; } = "We have sent you a link to confirm your address. Open it, then sign in.";

    /// <summary>The link on the sign-in page to have a code mailed.</summary>
    public string MailedCodeLink { get; init; } = "Email me a code to sign in";

    /// <summary>The heading of the page where a code is asked for.</summary>
    public string MailedCodeTitle { get; init; } = "Sign in with a code";

    /// <summary>What it does.</summary>
    public string MailedCodeLead { get; init; } = "We will send you a code, and a link that does the same.";

    /// <summary>The button that has the code sent.</summary>
    public string MailedCodeButton { get; init; } = "Send the code";

    /// <summary>What comes next once it is sent, if there was whom to send it to.</summary>
    public string MailedCodeSentText { get; init; } = "If a code can be sent to this address, it is on its way. Enter it here, or open the link in the mail with this browser.";

    /// <summary>The label of the code.</summary>
    public string MailedCode { get; init; } = "Code";

    /// <summary>Where the code does not count.</summary>
    public string MailedCodeInvalid { get; init; } = "The code is not correct, has expired or was used.";

    /// <summary>Where the link of a code was opened with another browser.</summary>
    public string MailedCodeElsewhere { get; init; } = "Enter this code where you asked for it. Give it to nobody.";

    /// <summary>The link that asks for another code.</summary>
    public string MailedCodeAgain { get; init; } = "Ask for another code";
}
