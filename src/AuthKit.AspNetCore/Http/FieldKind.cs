namespace AuthKit.Http;

/// <summary>What a field of a request holds.</summary>
public enum FieldKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>Texts: an array in JSON, separated by spaces in a form.</summary>
    List,

    /// <summary>Texts, each of which the form has under the same name.</summary>
    Repeated,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,
}
