using AuthKit.Clients;
using AuthKit.Http.Reading;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>A request as a contract's row sees it: named fields, and who calls.</summary>
public sealed class WireRequest
{
    private readonly IReadOnlyDictionary<string, WireValue> _body;
    private readonly HttpRequest? _http;
    private readonly RequestShape? _shape;
    private readonly List<BrokenRule> _broken = [];
    private Fault? _refused;

    internal WireRequest(HttpRequest http, IReadOnlyDictionary<string, WireValue> body) => (_http, _body) = (http, body);

    internal WireRequest(RequestShape shape) => (_shape, _body) = (shape, new Dictionary<string, WireValue>());

    /// <summary>A field of the body that the contract requires; null where it is missing or null, which the flow then objects to.</summary>
    /// <param name="field">Its name, in any case; a dot leads into a nested object.</param>
    public string? this[string field] => Read(field, required: true);

    /// <summary>The access token of <c>Authorization: Bearer</c> (RFC 6750 §2.1); null where there is none.</summary>
    public string? Bearer
    {
        get
        {
            if (_shape is not null)
                _shape.Bearer = true;
            return _http is null ? null : BearerHeader.Read(_http.Headers.Authorization, Refuse);
        }
    }

    internal Failure? Refusal => _refused is { } fault ? new(fault) : _broken.Count > 0 ? new(Fault.Invalid, _broken) : null;

    /// <summary>A field of the body that may be missing.</summary>
    public string? Optional(string field) => Read(field, required: false);

    /// <summary>A query parameter.</summary>
    public string? Query(string name, bool required = true)
    {
        _shape?.Add(new(name, required, InQuery: true));
        if (_http is null || !_http.Query.TryGetValue(name, out var values))
            return null;
        if (values.Count > 1)
            Refuse(Fault.Malformed);
        return values[0];
    }

    /// <summary>The access token of <c>Authorization: Bearer</c> or of a header of the contract's own; two that differ are refused.</summary>
    public string? BearerOr(string header)
    {
        _shape?.TokenHeader = header;
        var bearer = Bearer;
        var own = _http?.Headers[header] is { Count: > 0 } values ? values.ToString() : null;
        if (string.IsNullOrEmpty(own))
            return bearer;
        if (bearer is not null && bearer != own)
            Refuse(Fault.InvalidToken);
        return own;
    }

    /// <summary>The client's id and secret among the fields of the body (RFC 6749 §2.3.1).</summary>
    public ClientCredentials Client() => new(this["client_id"], this["client_secret"]);

    private string? Read(string field, bool required)
    {
        _shape?.Add(new(field, required, InQuery: false));
        if (!_body.TryGetValue(field, out var value))
            return null;
        if (!value.IsText)
            _broken.Add(new(field, Rule.Text));
        return value.Text;
    }

    private void Refuse(Fault fault) => _refused ??= fault;
}
