using System.Text.Json;

namespace AuthKit.Pages.Parts;

/// <summary>A form of a part's.</summary>
/// <param name="Action">What it asks for, which <see cref="AccountPart.ActAsync"/> is called with: lower-case words joined by hyphens.</param>
/// <param name="Button">What the button says.</param>
public sealed record PartForm(string Action, string Button) : PartBlock
{
    /// <summary>Its heading; of a form in a row, what opens it.</summary>
    public string? Title { get; init; }

    /// <summary>What it does, or what to watch out for.</summary>
    public string? Lead { get; init; }

    /// <summary>What is typed.</summary>
    public IReadOnlyList<PartField> Fields { get; init; } = [];

    /// <summary>What else is sent: nothing that the owner may not read, and nothing to be believed.</summary>
    public IReadOnlyDictionary<string, string> Hidden { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the button is not what most come for.</summary>
    public bool IsSecondary { get; init; }

    /// <summary>
    /// What the browser is asked for where the button makes a key: the JSON of <c>PublicKeyCredentialCreationOptions</c> (WebAuthn Level 3 §5.1.8). What the key
    /// answers is sent as <c>credential</c>. The one thing on the pages that needs a script.
    /// </summary>
    public JsonElement? NewKey { get; init; }

    /// <summary>Which of several forms with one action it is, for example a thing's id; what is wrong is shown beside its fields alone.</summary>
    public string? Key { get; init; }
}

/// <summary>A field of a form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
public sealed record PartField(string Name, string Label)
{
    /// <summary>Its type (HTML §4.10.5).</summary>
    /// <value>Default: <c>text</c>.</value>
    public string Type { get; init; } = "text";

    /// <summary>What the browser may fill in (HTML §4.10.18.7).</summary>
    /// <value>Default: <c>off</c>.</value>
    public string AutoComplete { get; init; } = "off";

    /// <summary>What it holds; a password is never shown again.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether a code is typed, letter by letter.</summary>
    public bool IsCode { get; init; }
}
