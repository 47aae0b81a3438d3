namespace AuthKit.Pages.Texts;

/// <content>The parts of the account page that show credentials. <c>{since}</c>, <c>{until}</c> and <c>{used}</c> are days.</content>
public sealed partial record PageTexts
{
    /// <summary>The heading of two-factor authentication.</summary>
    public string TwoFactorTitle { get; init; } = "Two-step sign-in";

    /// <summary>What it is for.</summary>
    public string TwoFactorLead { get; init; } = "A code from your phone beside your password, so that a stolen password is not enough.";

    /// <summary>Where it is off.</summary>
    public string TwoFactorOff { get; init; } = "Two-step sign-in is off.";

    /// <summary>Since when it is on.</summary>
    public string TwoFactorSince { get; init; } = "On since";

    /// <summary>How many recovery codes are left.</summary>
    public string TwoFactorCodesLeft { get; init; } = "Recovery codes left";

    /// <summary>The button that begins to set it up.</summary>
    public string TwoFactorBegin { get; init; } = "Set up an authenticator app";

    /// <summary>What is to be done with the image.</summary>
    public string TwoFactorScan { get; init; } = "Scan this image with your authenticator app, or type the key into it. Then enter the code that the app shows.";

    /// <summary>What the image says, for those who do not see it.</summary>
    public string TwoFactorImage { get; init; } = "The key below as a QR code";

    /// <summary>The label of the key.</summary>
    public string TwoFactorSecret { get; init; } = "Key";

    /// <summary>The button that turns it on.</summary>
    public string TwoFactorConfirm { get; init; } = "Turn on";

    /// <summary>Above recovery codes, which are shown once.</summary>
    public string TwoFactorCodesText { get; init; } = "Write these recovery codes down, and keep them where you keep other papers. Each signs you in once if you do not have your phone: choose “Use a recovery code” there. They are not shown again.";

    /// <summary>Their label.</summary>
    public string TwoFactorCodes { get; init; } = "Recovery codes";

    /// <summary>The label of a code of the app, or a recovery code.</summary>
    public string TwoFactorAnyCode { get; init; } = "Code of the app, or a recovery code";

    /// <summary>The heading of the form for other recovery codes.</summary>
    public string TwoFactorRemakeTitle { get; init; } = "New recovery codes";

    /// <summary>What comes of it.</summary>
    public string TwoFactorRemakeLead { get; init; } = "The ones that you have stop working.";

    /// <summary>The button that makes them.</summary>
    public string TwoFactorRemake { get; init; } = "Make new codes";

    /// <summary>The heading of the form for another app.</summary>
    public string TwoFactorReplaceTitle { get; init; } = "Another phone or app";

    /// <summary>What comes of it.</summary>
    public string TwoFactorReplaceLead { get; init; } = "The app that you have goes on working until the new one is confirmed.";

    /// <summary>The button that begins it.</summary>
    public string TwoFactorReplace { get; init; } = "Set up another app";

    /// <summary>The heading of the form that turns it off.</summary>
    public string TwoFactorRemoveTitle { get; init; } = "Turn off two-step sign-in";

    /// <summary>What comes of it.</summary>
    public string TwoFactorRemoveLead { get; init; } = "Your recovery codes stop working, and remembered devices are forgotten. You are signed out everywhere else.";

    /// <summary>The button that does.</summary>
    public string TwoFactorRemove { get; init; } = "Turn off";

    /// <summary>Once it is off.</summary>
    public string TwoFactorRemoved { get; init; } = "Two-step sign-in has been turned off.";

    /// <summary>Where a code is wrong.</summary>
    public string TwoFactorWrongCode { get; init; } = "This code is not correct, or was used already.";

    /// <summary>Where an app was not confirmed in time.</summary>
    public string TwoFactorTooLate { get; init; } = "That took too long, or was tried too often. Please begin again.";

    /// <summary>Where the account's address has to be confirmed first.</summary>
    public string TwoFactorAddress { get; init; } = "Confirm your email address first.";

    /// <summary>Above the devices that are spared it.</summary>
    public string TwoFactorDevices { get; init; } = "Devices that are not asked for a code:";

    /// <summary>What is known of one.</summary>
    public string TwoFactorDevice { get; init; } = "Since {since}, until {until}";

    /// <summary>The button that has one be asked again.</summary>
    public string TwoFactorForget { get; init; } = "Ask again on this device";

    /// <summary>Once it is.</summary>
    public string TwoFactorForgotten { get; init; } = "The device will be asked for a code again.";

    /// <summary>The heading of passkeys.</summary>
    public string PasskeysTitle { get; init; } = "Passkeys";

    /// <summary>What they are for.</summary>
    public string PasskeysLead { get; init; } = "Sign in with your fingerprint, your face or your device’s PIN, without a password.";

    /// <summary>Where there is none.</summary>
    public string PasskeysNone { get; init; } = "You have no passkeys yet.";

    /// <summary>The button that begins to add one.</summary>
    public string PasskeyAdd { get; init; } = "Add a passkey";

    /// <summary>What is to be done.</summary>
    public string PasskeyMakeLead { get; init; } = "Give it a name by which you will know it, for example that of your device. Then your browser asks you to confirm.";

    /// <summary>The button that has the browser make it.</summary>
    public string PasskeyMake { get; init; } = "Make the passkey";

    /// <summary>The label of its name.</summary>
    public string PasskeyName { get; init; } = "Name";

    /// <summary>Once it is there.</summary>
    public string PasskeyAdded { get; init; } = "The passkey has been added.";

    /// <summary>Since when it is there.</summary>
    public string PasskeySince { get; init; } = "Added on {since}";

    /// <summary>When it was last used.</summary>
    public string PasskeyUsed { get; init; } = "Last used on {used}";

    /// <summary>Where it never was.</summary>
    public string PasskeyNeverUsed { get; init; } = "Never used";

    /// <summary>Where it is copied to the owner's other devices.</summary>
    public string PasskeyBackedUp { get; init; } = "Kept on your other devices as well";

    /// <summary>The button that renames.</summary>
    public string RenameButton { get; init; } = "Rename";

    /// <summary>The button that removes.</summary>
    public string RemoveButton { get; init; } = "Remove";

    /// <summary>What comes of it.</summary>
    public string PasskeyRemoveLead { get; init; } = "It does not sign you in any more, and you are signed out everywhere else.";

    /// <summary>Once it is gone.</summary>
    public string PasskeyRemoved { get; init; } = "The passkey has been removed.";

    /// <summary>Where one could not be added.</summary>
    public string PasskeyNotAdded { get; init; } = "The passkey could not be added. Please try again.";

    /// <summary>Where there are too many.</summary>
    public string PasskeyTooMany { get; init; } = "You have as many passkeys as you can have. Remove one first.";

    /// <summary>Where it is the last way to sign in.</summary>
    public string LastSignInMethodText { get; init; } = "This is your only way to sign in. Add another one first.";

    /// <summary>Where a thing is gone already.</summary>
    public string GoneText { get; init; } = "It is not there any more.";

    /// <summary>Where the browser has no passkeys, or runs no scripts.</summary>
    public string PasskeyUnavailable { get; init; } = "Passkeys need a browser that knows them, with scripts turned on.";

    /// <summary>Where the browser has given none.</summary>
    public string PasskeyFailed { get; init; } = "That did not work, or was cancelled. You can try again.";

    /// <summary>The heading of identities at providers.</summary>
    public string ExternalTitle { get; init; } = "Linked accounts";

    /// <summary>What they are for.</summary>
    public string ExternalLead { get; init; } = "Sign in with an account that you have elsewhere.";

    /// <summary>Where there is none.</summary>
    public string ExternalNone { get; init; } = "No account is linked.";

    /// <summary>Since when it is there.</summary>
    public string ExternalSince { get; init; } = "Linked on {since}";

    /// <summary>The button that begins to link one.</summary>
    public string ExternalAdd { get; init; } = "Link {provider}";

    /// <summary>What comes next.</summary>
    public string ExternalAddLead { get; init; } = "You are going to {provider}. Whoever signs in there will be able to sign in to this account.";

    /// <summary>Once it is linked.</summary>
    public string ExternalAdded { get; init; } = "The account has been linked.";

    /// <summary>The button that takes one away.</summary>
    public string ExternalRemove { get; init; } = "Unlink";

    /// <summary>What comes of it.</summary>
    public string ExternalRemoveLead { get; init; } = "It does not sign you in any more, and you are signed out everywhere else.";

    /// <summary>Once it is gone.</summary>
    public string ExternalRemoved { get; init; } = "The account has been unlinked.";

    /// <summary>Where it is another account's.</summary>
    public string ExternalTaken { get; init; } = "This account is linked to somebody else’s account here.";

    /// <summary>The link back to another name.</summary>
    public string IdentifierFirstChange { get; init; } = "Use another name";
}
