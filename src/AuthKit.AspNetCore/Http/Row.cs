using System.Text.Json;
using AuthKit.AuthorizationServer;
using AuthKit.Http.Reading;
using AuthKit.Security;
using AuthKit.SignIns;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>A route of a contract.</summary>
public abstract class Row
{
    private Func<Phrasebook, Phrasebook> _change = phrases => phrases;
    private Func<Failure, string, object?> _failureModel = (_, _) => null;
    private Phrasebook _phrases = Phrasebook.Default;
    private string[] _repeated = [];
    private string? _location;
    private Func<object, string?>? _says;
    private Func<object, SignReply?>? _sign;

    private protected Row(string method, string path, BodySyntax? body) => (Method, Path, Body) = (method, path, body);

    internal string Method { get; }

    internal string Path { get; }

    internal BodySyntax? Body { get; private set; }

    internal RowCondition? Condition { get; init; }

    /// <summary>How a feature's row is spelled; null for a row of the contract's own, which is written as its document has it.</summary>
    internal Spelling? Spelling { get; init; }

    /// <summary>How what a failure carries is spelled, which no document knows: as its contract spells features.</summary>
    internal Spelling DetailSpelling { get; private set; } = Spelling.Default;

    internal int Status { get; private set; } = StatusCodes.Status200OK;

    internal string? Message { get; private set; }

    /// <summary>The path that a success leads to; null where it leads nowhere.</summary>
    internal string? Location { get; private set; }

    /// <summary>Who may read its replies from a page of another origin.</summary>
    internal CorsAccess CorsAccess { get; private set; }

    internal IEnvelopeFormatter? SuccessEnvelope { get; private set; }

    internal IEnvelopeFormatter? FailureEnvelope { get; private set; }

    internal abstract Type CommandType { get; }

    /// <summary>What API descriptions say that a success is.</summary>
    internal abstract Type ModelType { get; }

    internal abstract IReadOnlyList<Fault> Fails { get; }

    internal abstract bool TakesCredentials { get; }

    internal abstract bool KeepsRequests { get; }

    /// <summary>Whether its results are a session's tokens.</summary>
    internal abstract bool SignsIn { get; }

    /// <summary>Whether an access token is read.</summary>
    internal bool TakesBearer { get; private set; }

    /// <summary>Whether a success ends the caller's session.</summary>
    internal bool EndsSession { get; private set; }

    /// <summary>Who is given a cookie; null where the contract knows none.</summary>
    internal CookieUse? CookieUse { get; private set; }

    /// <summary>The status of a success whose tokens are in the cookie, and which has nothing more to say.</summary>
    internal int StatusWithCookie => Status is StatusCodes.Status200OK ? StatusCodes.Status204NoContent : Status;

    /// <summary>Whether clients prove who they are.</summary>
    internal bool TakesClients { get; private set; }

    /// <summary>The sentence that a success is accompanied by.</summary>
    public Row Says(string message) => With(() => Message = message);

    /// <summary>The sentence that a success is accompanied by, where that depends on what came of it.</summary>
    internal Row Says<TResult>(Func<TResult, string?> sentence) => With(() => _says = result => sentence((TResult)result));

    /// <summary>The status of a success; 200 unless set.</summary>
    public Row Answers(int status) => With(() => Status = status);

    /// <summary>The status of a success, and where what it has made is to be had (RFC 9110 §10.2.2).</summary>
    /// <param name="status">The status.</param>
    /// <param name="location">A path of the contract's, without its prefix.</param>
    public Row Answers(int status, string location) => With(() => (Status, _location) = (status, location));

    /// <summary>Another syntax for this row's body.</summary>
    public Row Reads(BodySyntax body) => With(() => Body = body);

    /// <summary>Statuses and sentences of this row alone.</summary>
    public Row Phrased(Func<Phrasebook, Phrasebook> phrases) => With(() => _change = phrases);

    /// <summary>Another envelope for this row's successes.</summary>
    public Row In(IEnvelopeFormatter envelope) => With(() => SuccessEnvelope = envelope);

    /// <summary>Another envelope for all of this row's replies.</summary>
    public Row AlwaysIn(IEnvelopeFormatter envelope) => With(() => SuccessEnvelope = FailureEnvelope = envelope);

    /// <summary>What stands in the place of the model when this row fails, from the failure and its sentence.</summary>
    public Row FailsWith(Func<Failure, string, object?> model) => With(() => _failureModel = model);

    /// <summary>A success ends the caller's session, so that a cookie with it is of no more use.</summary>
    internal Row SignsOut() => With(() => EndsSession = true);

    /// <summary>Opens this row to pages of other origins.</summary>
    internal Row Cors(CorsAccess access) => With(() => CorsAccess = access);

    /// <summary>A JWT in place of JSON for those successes that have to be signed.</summary>
    /// <param name="mediaType">What the JWT is.</param>
    /// <param name="sign">What of a flow's result is signed, and for whom; null where JSON will do.</param>
    internal Row SignedAs<TResult>(string mediaType, Func<TResult, SignReply?> sign) => With(() => (SignedMediaType, _sign) = (mediaType, result => sign((TResult)result)));

    /// <summary>Says for API descriptions what JSON the row writes, where the model's type does not tell.</summary>
    internal Row Describing<TShape>() => Describing(typeof(TShape));

    /// <inheritdoc cref="Describing{TShape}"/>
    internal Row Describing(Type shape) => With(() => DescribedModel = shape);

    /// <summary>Once the contract stands: what the row leaves open is the contract's.</summary>
    internal void Complete(Contract contract)
    {
        _phrases = _change(Spelling is null ? contract.Phrases : contract.Phrases.Spelled(Spelling));
        DetailSpelling = contract.Spelling;
        Location = _location is null ? null : contract.PathOf(_location);
        SuccessEnvelope ??= contract.Envelope;
        FailureEnvelope ??= contract.Envelope;
        var shape = Describe();
        TakesClients = shape.Client;
        TakesBearer = shape.Bearer;
        CookieUse = contract.SessionCookies?.Use;
        _repeated = [.. shape.Fields.Where(field => field.Kind is FieldKind.Repeated).Select(field => field.Name)];
    }

    /// <summary>Whether a field comes several times that the row reads once, or not at all (RFC 6749 §3.2): two readers could read two things.</summary>
    internal bool HasDuplicates(IReadOnlyDictionary<string, WireValue> body)
    {
        foreach (var (name, value) in body)
        {
            if (value.IsRepeated && !_repeated.Contains(name, StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private protected Type? DescribedModel { get; private set; }

    private protected string? SignedMediaType { get; private set; }

    private protected string? SentenceFor(object result) => _says is null ? Message : _says(result);

    private protected SignReply? ToSign(object result) => _sign?.Invoke(result);

    internal IEnvelopeFormatter EnvelopeOf(Reply reply) => (reply.Failure is null ? SuccessEnvelope : FailureEnvelope)!;

    /// <summary>How a reply is written: members that a document does not name are the contract's to spell.</summary>
    internal JsonSerializerOptions JsonOf(Reply reply) => Spelling?.Json ?? (reply.Failure?.Detail is null ? ReplyWriter.Json : DetailSpelling.Json);

    internal Reply Refuse(Failure failure)
    {
        var reply = _phrases.Say(failure);
        return reply with { Model = failure.Detail ?? _failureModel(failure, reply.Message ?? "") };
    }

    internal abstract RequestShape Describe();

    internal abstract Task<Reply> AnswerAsync(WireRequest request, FlowContext context, IServiceProvider services, CancellationToken cancellationToken);

    private Row With(Action change)
    {
        change();
        return this;
    }
}

internal sealed class Row<TCommand, TResult, TModel>(string method, string path, BodySyntax? body, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
    : Row(method, path, body) where TResult : notnull
{
    internal override Type CommandType => typeof(TCommand);

    internal override Type ModelType => DescribedModel ?? typeof(TModel);

    internal override IReadOnlyList<Fault> Fails => flow.Fails;

    internal override bool SignsIn => typeof(TResult) == typeof(TokenPair) || typeof(TResult) == typeof(Registration);

    internal override bool TakesCredentials => flow.TakesCredentials;

    internal override bool KeepsRequests => flow.KeepsRequests;

    internal override RequestShape Describe()
    {
        var shape = new RequestShape();
        read(new WireRequest(shape, Spelling));
        return shape;
    }

    internal override async Task<Reply> AnswerAsync(WireRequest request, FlowContext context, IServiceProvider services, CancellationToken cancellationToken)
    {
        var command = read(request);
        if (request.Refusal is { } refusal)
            return Refuse(refusal);
        if (!(await flow.RunAsync(services, command, context, cancellationToken)).Succeeded(out var result, out var failure))
            return Refuse(failure);
        if (ToSign(result) is not { } unsigned)
            return new Reply(Status, SentenceFor(result)) { Model = write(result), Location = Location, Tokens = TokensOf(result), Renewed = (result as ProvedIdentity)?.Tokens };
        return (await OAuthFlows.SignReply.RunAsync(services, unsigned, context, cancellationToken)).Succeeded(out var signed, out var refused)
            ? new Reply(Status, Message) { Model = new TextBody(SignedMediaType!, signed) }
            : Refuse(refused);
    }

    private static TokenPair? TokensOf(object result) => result as TokenPair ?? (result as Registration)?.Tokens;
}
