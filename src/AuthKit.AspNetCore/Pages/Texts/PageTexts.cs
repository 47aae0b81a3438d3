namespace AuthKit.Pages.Texts;

/// <summary>
/// What the pages say. In braces stand <c>{client}</c>, an application's name; <c>{account}</c>, an e-mail address;
/// <c>{host}</c>, where an application lives; <c>{code}</c>, what a device shows; <c>{provider}</c>, who vouches for an
/// identity; and <c>{limit}</c>, a bound.
/// </summary>
public sealed partial record PageTexts
{
    /// <summary>The sentences in Vietnamese.</summary>
    public static PageTexts Vietnamese { get; } = VietnameseTexts.Create();

    /// <summary>Whether the language is written from right to left.</summary>
    /// <value>Default: false.</value>
    public bool RightToLeft { get; init; }

    /// <summary>The heading of the sign-in page.</summary>
    public string SignInTitle { get; init; } = "Sign in";

    /// <summary>Below it, where an application waits.</summary>
    public string SignInLead { get; init; } = "to continue to {client}";

    /// <summary>The label of the field for a name to sign in with.</summary>
    public string Identifier { get; init; } = "Email or user name";

    /// <summary>The label of a password.</summary>
    public string Password { get; init; } = "Password";

    /// <summary>The button that signs in.</summary>
    public string SignInButton { get; init; } = "Sign in";

    /// <summary>Where the name or the password is wrong.</summary>
    public string WrongCredentials { get; init; } = "The name or the password is not correct.";

    /// <summary>The link to the page that helps those who have forgotten their password.</summary>
    public string ForgotPasswordLink { get; init; } = "Forgot your password?";

    /// <summary>The heading of that page.</summary>
    public string ForgotPasswordTitle { get; init; } = "Reset your password";

    /// <summary>What it does.</summary>
    public string ForgotPasswordLead { get; init; } = "We will send you a link to choose a new one.";

    /// <summary>The button that has the link sent.</summary>
    public string ForgotPasswordButton { get; init; } = "Send the link";

    /// <summary>The heading once it is sent, if there was whom to send it to.</summary>
    public string ForgotPasswordSentTitle { get; init; } = "Check your email";

    /// <summary>What comes next then.</summary>
    public string ForgotPasswordSentText { get; init; } = "If there is an account with this address, a link is on its way. It works once, and not for long.";

    /// <summary>The heading of the page that the link leads to.</summary>
    public string ResetPasswordTitle { get; init; } = "Choose a new password";

    /// <summary>The label of a password to be set.</summary>
    public string NewPassword { get; init; } = "New password";

    /// <summary>The button that sets it.</summary>
    public string ResetPasswordButton { get; init; } = "Set the password";

    /// <summary>Where the link does not count any more.</summary>
    public string ResetLinkInvalid { get; init; } = "This link is not valid. It may have expired or been used.";

    /// <summary>The heading once the password is set.</summary>
    public string ResetPasswordDoneTitle { get; init; } = "Your password has been set";

    /// <summary>What comes next then.</summary>
    public string ResetPasswordDoneText { get; init; } = "You can sign in with it now.";

    /// <summary>Where a password is wrong.</summary>
    public string WrongPassword { get; init; } = "The password is not correct.";

    /// <summary>The heading of the question whether an identity at a provider is the account owner's.</summary>
    public string LinkAccountTitle { get; init; } = "Sign in with {provider} from now on?";

    /// <summary>What is to be watched out for.</summary>
    public string LinkAccountWarning { get; init; } = "Allow this only if you have just tried to sign in yourself. Otherwise close this page: somebody else would get into your account.";

    /// <summary>Above the field for a password, where one is needed.</summary>
    public string LinkAccountPassword { get; init; } = "Enter the password of your account. If you do not know it, reset it first, and then sign in again.";

    /// <summary>The heading once that is allowed.</summary>
    public string LinkAccountDoneTitle { get; init; } = "That is allowed now";

    /// <summary>What comes next then.</summary>
    public string LinkAccountDoneText { get; init; } = "You can close this page, go back to the application and sign in again.";

    /// <summary>Before the link to the page for a new account.</summary>
    public string SignUpQuestion { get; init; } = "New here?";

    /// <summary>The link to the page for a new account.</summary>
    public string SignUpLink { get; init; } = "Create an account";

    /// <summary>The heading where somebody is signed in and nothing waits.</summary>
    public string SignedInTitle { get; init; } = "You are signed in";

    /// <summary>Who is signed in.</summary>
    public string SignedInAs { get; init; } = "Signed in as {account}";

    /// <summary>The heading of the page for a new account.</summary>
    public string SignUpTitle { get; init; } = "Create an account";

    /// <summary>The label of an e-mail address.</summary>
    public string Email { get; init; } = "Email";

    /// <summary>The label of a user name.</summary>
    public string UserName { get; init; } = "User name";

    /// <summary>The label of a first name.</summary>
    public string GivenName { get; init; } = "First name";

    /// <summary>The label of a last name.</summary>
    public string FamilyName { get; init; } = "Last name";

    /// <summary>Beside the label of a field that may stay empty.</summary>
    public string OptionalNote { get; init; } = "(optional)";

    /// <summary>The button that makes the account.</summary>
    public string SignUpButton { get; init; } = "Create account";

    /// <summary>Before the link to the sign-in page.</summary>
    public string SignInQuestion { get; init; } = "Already have an account?";

    /// <summary>The link to the sign-in page.</summary>
    public string SignInLink { get; init; } = "Sign in";

    /// <summary>Above the list of what is wrong with a form.</summary>
    public string ErrorSummary { get; init; } = "Please correct the following:";

    /// <summary>The heading of the page of consent.</summary>
    public string ConsentTitle { get; init; } = "{client} would like access to your account";

    /// <summary>Above the list of what an application may do.</summary>
    public string ConsentLead { get; init; } = "If you allow this, {client} will be able to:";

    /// <summary>Until when the application keeps the access that it asks to keep; <c>{date}</c> is a day.</summary>
    public string ConsentLasts { get; init; } = "This access ends on {date} at the latest, and when you change your password.";

    /// <summary>For how long it has an access that it does not ask to keep.</summary>
    public string ConsentEnds { get; init; } = "This access ends after {minutes} min.";

    /// <summary>Where the application lives.</summary>
    public string ConsentDestination { get; init; } = "You will be taken to {host}.";

    /// <summary>The button that allows.</summary>
    public string AllowButton { get; init; } = "Allow";

    /// <summary>The button that does not.</summary>
    public string DenyButton { get; init; } = "Deny";

    /// <summary>The link to sign in as somebody else.</summary>
    public string OtherAccount { get; init; } = "Use another account";

    /// <summary>The heading above the accounts that the browser is signed in to.</summary>
    public string SelectAccountTitle { get; init; } = "Choose an account";

    /// <summary>The heading of the page for a device.</summary>
    public string DeviceTitle { get; init; } = "Connect a device";

    /// <summary>What is to be done there.</summary>
    public string DeviceLead { get; init; } = "Enter the code that is shown on your device.";

    /// <summary>The label of the code.</summary>
    public string DeviceCode { get; init; } = "Code";

    /// <summary>The button that goes on.</summary>
    public string ContinueButton { get; init; } = "Continue";

    /// <summary>While a client is told in the form of a page.</summary>
    public string FormPostTitle { get; init; } = "Going back to the application";

    /// <summary>What to do where the browser does not go on by itself.</summary>
    public string FormPostText { get; init; } = "If nothing happens, go on with the button.";

    /// <summary>Where the code leads nowhere.</summary>
    public string DeviceCodeUnknown { get; init; } = "This code is not valid. It may have expired or been used.";

    /// <summary>The heading of the question whether to let a device in.</summary>
    public string DeviceConfirmTitle { get; init; } = "Connect {client}?";

    /// <summary>Above the list of what a device may do.</summary>
    public string DeviceConfirmLead { get; init; } = "If you allow this, the device will be able to:";

    /// <summary>What is to be watched out for.</summary>
    public string DeviceWarning { get; init; } = "Allow this only if the device is in front of you and shows the code {code}. If somebody sent you the code, deny.";

    /// <summary>The heading where a device was let in.</summary>
    public string DeviceAllowedTitle { get; init; } = "Your device is connected";

    /// <summary>What comes next then.</summary>
    public string DeviceAllowedText { get; init; } = "You can close this page and go back to your device.";

    /// <summary>The heading where a device was kept out.</summary>
    public string DeviceDeniedTitle { get; init; } = "The device was not connected";

    /// <summary>What comes next then.</summary>
    public string DeviceDeniedText { get; init; } = "You can close this page. The device has no access to your account.";

    /// <summary>The heading of the question whether to sign out.</summary>
    public string SignOutTitle { get; init; } = "Do you want to sign out?";

    /// <summary>What it means.</summary>
    public string SignOutLead { get; init; } = "You will need your password the next time you sign in with this browser.";

    /// <summary>Above the accounts that are signed out, where there are several.</summary>
    public string SignOutAccounts { get; init; } = "These accounts will be signed out:";

    /// <summary>The button that signs out.</summary>
    public string SignOutButton { get; init; } = "Sign out";

    /// <summary>The heading after sign-out.</summary>
    public string SignedOutTitle { get; init; } = "You are signed out";

    /// <summary>What comes next then.</summary>
    public string SignedOutText { get; init; } = "You can close this page.";

    /// <summary>What comes next where an application wants the user back, once others have been told.</summary>
    public string SignedOutNext { get; init; } = "You are going back to the application.";

    /// <summary>The heading of an error page.</summary>
    public string ErrorTitle { get; init; } = "That did not work";

    /// <summary>Where a request makes no sense.</summary>
    public string ErrorRequest { get; init; } = "The request that brought you here is not valid. Please go back and try again.";

    /// <summary>Where an application is unknown.</summary>
    public string ErrorClient { get; init; } = "The application that sent you here is not known.";

    /// <summary>Where an application has not registered an address.</summary>
    public string ErrorRedirectUri { get; init; } = "The application that sent you here wants to be answered at an address that it has not registered.";

    /// <summary>Where a request has run out.</summary>
    public string ErrorRequestUri { get; init; } = "This request has expired or was answered already. Please go back to the application and start again.";

    /// <summary>Where an address asks too often.</summary>
    public string ErrorTooManyRequests { get; init; } = "There were too many attempts. Please wait a moment and try again.";

    /// <summary>Where the database or the processor is overburdened.</summary>
    public string ErrorUnavailable { get; init; } = "The service cannot be reached right now. Please try again in a moment.";

    /// <summary>Where something else went wrong.</summary>
    public string ErrorUnexpected { get; init; } = "An unexpected error occurred. Please try again in a moment.";

    /// <summary>The heading where a form is not taken any more.</summary>
    public string ExpiredTitle { get; init; } = "This page has expired";

    /// <summary>What is to be done then.</summary>
    public string ExpiredText { get; init; } = "Please go back and try again.";

    /// <summary>The link that begins anew.</summary>
    public string StartOverLink { get; init; } = "Start over";

    /// <summary>A field is empty.</summary>
    public string RuleRequired { get; init; } = "Please fill this in.";

    /// <summary>A field is no e-mail address.</summary>
    public string RuleEmail { get; init; } = "This is not a valid email address.";

    /// <summary>A field is too short.</summary>
    public string RuleTooShort { get; init; } = "Use at least {limit} characters.";

    /// <summary>A field is too long.</summary>
    public string RuleTooLong { get; init; } = "This is too long.";

    /// <summary>A field has characters that it may not have.</summary>
    public string RuleCharacters { get; init; } = "This contains characters that are not allowed.";

    /// <summary>A name is in use.</summary>
    public string RuleTaken { get; init; } = "This is already in use.";

    /// <summary>A password lacks a digit.</summary>
    public string RuleDigit { get; init; } = "Use at least one digit.";

    /// <summary>A password lacks a symbol.</summary>
    public string RuleSymbol { get; init; } = "Use at least one special character.";

    /// <summary>A password is a common one.</summary>
    public string RuleCommon { get; init; } = "This password is too common. Choose another one.";

    /// <summary>A password is known to have leaked.</summary>
    public string RuleBreached { get; init; } = "This password is on a list of compromised passwords. Choose a different one.";

    /// <summary>A password is the account's own name.</summary>
    public string RulePersonal { get; init; } = "This is too similar to your name or your email address.";

    /// <summary>A field breaks any other rule.</summary>
    public string RuleUnknown { get; init; } = "This is not valid.";
}
