namespace AuthKit.Http;

/// <summary>How a request's body is written.</summary>
public enum BodySyntax
{
    /// <summary>One JSON object (RFC 8259).</summary>
    Json,

    /// <summary>One JSON object; a comma may trail.</summary>
    LenientJson,

    /// <summary>A JSON array of one object, or the object alone; a comma may trail.</summary>
    JsonArray,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>A form or one JSON object, as the content type says.</summary>
    FormOrJson,
}
