using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Http.Reading;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>A request as a contract's row sees it: named fields, and who calls.</summary>
public sealed class WireRequest
{
    private readonly IReadOnlyDictionary<string, WireValue> _body;
    private readonly HttpRequest? _http;
    private readonly RequestShape? _shape;
    private readonly Spelling? _spelling;
    private readonly List<BrokenRule> _broken = [];
    private Fault? _refused;

    internal WireRequest(HttpRequest http, IReadOnlyDictionary<string, WireValue> body, Spelling? spelling = null) => (_http, _body, _spelling) = (http, body, spelling);

    internal WireRequest(RequestShape shape, Spelling? spelling = null) => (_shape, _body, _spelling) = (shape, new Dictionary<string, WireValue>(), spelling);

    /// <summary>A field of the body that the contract requires; null where it is missing or null, which the flow then objects to.</summary>
    /// <param name="field">Its name, in any case; a dot leads into a nested object.</param>
    public string? this[string field] => Read(field, required: true);

    /// <summary>The access token of <c>Authorization: Bearer</c> (RFC 6750 §2.1) or <c>DPoP</c> (RFC 9449 §7.1); null where there is none.</summary>
    public string? Bearer => _spelling?.TokenHeader is { } header ? BearerOr(header) : AuthorizationHeader;

    /// <summary>The scope that a feature's sign-in is asked for, as the contract's own log-in is (<see cref="Spelling.SignIn"/>).</summary>
    public string? Scope => (_spelling ?? Spelling.Default).SignIn.Scope(this);

    /// <summary>The client that a feature's sign-in is for, where the contract has clients present themselves (<see cref="Spelling.SignIn"/>).</summary>
    public ClientCredentials? SignInClient => (_spelling ?? Spelling.Default).SignIn.Client(this);

    /// <summary>The initial access token of <c>Authorization: Bearer</c> (RFC 7591 §3): nobody's access token, but leave to register a client.</summary>
    internal string? InitialAccessToken => RegistrationToken;

    /// <summary>The token of <c>Authorization: Bearer</c> that opens client registration, or a client's own registration (RFC 7592 §2).</summary>
    internal string? RegistrationToken
    {
        get
        {
            _shape?.InitialAccess = true;
            return _http is null ? null : BearerHeader.ReadBearer(_http.Headers.Authorization, Refuse);
        }
    }

    /// <summary>The access token of the session's cookie, where there is no <c>Authorization</c>.</summary>
    internal string? CookieToken { get; init; }

    internal Failure? Refusal => _refused is { } fault ? new(fault) : _broken.Count > 0 ? new(FaultOfFields, _broken) : null;

    /// <summary>What a request is refused with whose fields are not what they have to be.</summary>
    internal Fault FaultOfFields { get; set; } = Fault.Invalid;

    /// <summary>The names of the body's own fields, but for those that are there and say nothing: null, false, an empty text or list.</summary>
    internal IReadOnlyList<string> Members =>
    [
        .. _body.Where(static sent => !sent.Key.Contains('.', StringComparison.Ordinal) && sent.Value is not ({ IsText: true, Text: null or "" } or { Json: "false" or "[]" })).Select(static sent => sent.Key),
    ];

    /// <summary>A field of the body that may be missing.</summary>
    public string? Optional(string field) => Read(field, required: false);

    /// <summary>A field of the body that may be missing, and counts as missing where it is empty (RFC 6749 §3.1).</summary>
    public string? Parameter(string field) => Optional(field) is { Length: > 0 } value ? value : null;

    /// <summary>A field of the body that may be missing and is a list: an array of strings in JSON, values separated by spaces in a form.</summary>
    public IReadOnlyList<string>? List(string field)
    {
        field = Spelled(field);
        _shape?.Add(new(field, Required: false, InQuery: false, FieldKind.List));
        if (!_body.TryGetValue(field, out var value) || value is { IsText: true, Text: null })
            return null;
        if (value.Text is { } text)
            return text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return As(field, value, ReplyJson.Default.StringArray) is { } list && !list.Contains(null) ? list : null;
    }

    /// <summary>A field that a form may have several times (RFC 8707 §2), each value that is not empty; empty where it is missing.</summary>
    public IReadOnlyList<string> Repeated(string field)
    {
        field = Spelled(field);
        _shape?.Add(new(field, Required: false, InQuery: false, FieldKind.Repeated));
        if (!_body.TryGetValue(field, out var value))
            return [];
        if (!value.IsText)
            _broken.Add(new(field, Rule.Text));
        return [.. value.Texts.Where(text => text.Length > 0)];
    }

    /// <summary>A field of the body that may be missing and is a JSON object.</summary>
    public JsonElement? Object(string field)
    {
        field = Spelled(field);
        _shape?.Add(new(field, Required: false, InQuery: false, FieldKind.Object));
        return _body.TryGetValue(field, out var value) && value is not { IsText: true, Text: null } ? As(field, value, ReplyJson.Default.NullableJsonElement) : null;
    }

    /// <summary>A field of the body that may be missing and is true or false.</summary>
    public bool? Flag(string field)
    {
        field = Spelled(field);
        _shape?.Add(new(field, Required: false, InQuery: false, FieldKind.Flag));
        return Literal(field) is not { } text ? null : bool.TryParse(text, out var value) ? value : Break<bool>(field);
    }

    /// <summary>A field of the body that may be missing and is a whole number.</summary>
    public long? Number(string field)
    {
        field = Spelled(field);
        _shape?.Add(new(field, Required: false, InQuery: false, FieldKind.Number));
        return Literal(field) is not { } text ? null : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : Break<long>(field);
    }

    /// <summary>A part of the path, which the row names in braces.</summary>
    public string? Route(string name)
    {
        _shape?.Add(new(name, Required: true, InQuery: false) { InRoute = true });
        return _http?.RouteValues[name] as string;
    }

    /// <summary>A query parameter.</summary>
    public string? Query(string name, bool required = true)
    {
        name = Spelled(name);
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
        var bearer = AuthorizationHeader;
        var own = _http?.Headers[header] is { Count: > 0 } values ? values.ToString() : null;
        if (string.IsNullOrEmpty(own))
            return bearer;
        if (bearer is not null && bearer != own)
            Refuse(Fault.InvalidToken);
        return own;
    }

    /// <summary>The access token of <c>Authorization: Bearer</c> or of a field of the body (RFC 6750 §2.2); both at once are refused.</summary>
    public string? BearerOrField(string field)
    {
        var bearer = Bearer;
        var own = Optional(field);
        if (bearer is not null && own is not null)
            Refuse(Fault.Malformed);
        return bearer ?? own;
    }

    /// <summary>The client's id and secret among the fields of the body (RFC 6749 §2.3.1).</summary>
    public ClientCredentials Client()
    {
        _shape?.Client = true;
        return new(this["client_id"], this["client_secret"]);
    }

    /// <summary>The client by whichever method it uses: <c>Authorization: Basic</c>, fields of the body, or an assertion (RFC 6749 §2.3, RFC 7521 §4.2). Two at once are refused.</summary>
    public ClientCredentials ClientByAnyMethod()
    {
        _shape?.Client = _shape.ClientHeader = true;
        var fields = new ClientCredentials(Parameter("client_id"), Parameter("client_secret"))
        {
            AssertionType = Parameter("client_assertion_type"),
            Assertion = Parameter("client_assertion"),
        };
        if (BasicHeader.Read(_http?.Headers.Authorization ?? default, Refuse) is not var (id, secret))
            return fields;
        if (fields is not { Secret: null, Assertion: null, AssertionType: null } || (fields.Id is { } named && named != id))
            Refuse(Fault.Malformed);
        return new(id, secret) { InHeader = true };
    }

    /// <summary>Whether the caller takes a media type, by name (RFC 9110 §12.5.1): what takes everything has not asked for it.</summary>
    internal bool Accepts(string mediaType) =>
        _http is not null
        && _http.Headers.Accept.Any(line => line!.Contains(mediaType, StringComparison.OrdinalIgnoreCase))
        && _http.GetTypedHeaders().Accept.Any(range => range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);

    private string? AuthorizationHeader
    {
        get
        {
            if (_shape is not null)
                _shape.Bearer = true;
            return _http is null ? null : BearerHeader.Read(_http.Headers.Authorization, Refuse) ?? CookieToken;
        }
    }

    // A feature reads its fields by their neutral names.
    private string Spelled(string field) => _spelling is null ? field : _spelling.MemberOf(field);

    private T? As<T>(string field, WireValue value, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(value.Json ?? "null", type);
        }
        catch (JsonException)
        {
            _broken.Add(new(field, Rule.Unknown));
            return default;
        }
    }

    private string? Read(string field, bool required)
    {
        field = Spelled(field);
        _shape?.Add(new(field, required, InQuery: false));
        if (!_body.TryGetValue(field, out var value))
            return null;
        if (!value.IsText)
            _broken.Add(new(field, Rule.Text));
        return value.Text;
    }

    // As it stands in JSON, or as text where it came in a form.
    private string? Literal(string field) => _body.TryGetValue(field, out var value) && value is not { IsText: true, Text: null or "" } ? value.Text ?? value.Json : null;

    private T? Break<T>(string field) where T : struct
    {
        _broken.Add(new(field, Rule.Unknown));
        return null;
    }

    private void Refuse(Fault fault) => _refused ??= fault;
}
