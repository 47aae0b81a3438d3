using AuthKit.Http;
using AuthKit.Http.Reading;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Fuzzing.Targets;

/// <summary>The fields of a body, in every way that a contract's row may read them.</summary>
internal static class Fields
{
    /// <returns>How many there are.</returns>
    public static int Look(Dictionary<string, WireValue> fields)
    {
        var request = new WireRequest(new DefaultHttpContext().Request, fields);
        foreach (var name in fields.Keys)
            _ = (request[name], request.Optional(name), request.Parameter(name), request.List(name), request.Repeated(name), request.Object(name)?.GetRawText());
        return fields.Count;
    }
}
