using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>
/// A feature's rows, in neutral words: paths in kebab case below wherever the contract puts features, fields in camel case, replies as
/// records whose members no attribute names. The contract at hand spells them (<see cref="Spelling"/>).
/// </summary>
public sealed class FeatureRoutes
{
    private readonly Contract _contract;
    private readonly RouteTable _table;
    private readonly BodySyntax _body;

    internal FeatureRoutes(Contract contract, RouteTable table)
    {
        (_contract, _table) = (contract, table);
        // A form has no nested members, and features' requests may.
        _body = contract.Body is BodySyntax.Form ? BodySyntax.FormOrJson : contract.Body;
    }

    /// <summary>A row for GET; its fields are query parameters.</summary>
    public Row Get<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(HttpMethods.Get, path, null, flow, read, write);

    /// <summary>A row for POST; its fields are the body's.</summary>
    public Row Post<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(HttpMethods.Post, path, _body, flow, read, write);

    /// <summary>A row for POST that has nothing to say beyond having succeeded.</summary>
    public Row Post<TCommand>(string path, Flow<TCommand, Unit> flow, Func<WireRequest, TCommand> read) => Post<TCommand, Unit, object?>(path, flow, read, static _ => null);

    /// <summary>A row for PUT; its fields are the body's.</summary>
    public Row Put<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(HttpMethods.Put, path, _body, flow, read, write);

    /// <summary>A row for DELETE; its fields are query parameters.</summary>
    public Row Delete<TCommand>(string path, Flow<TCommand, Unit> flow, Func<WireRequest, TCommand> read) => Add<TCommand, Unit, object?>(HttpMethods.Delete, path, null, flow, read, static _ => null);

    /// <summary>A row for DELETE that has something to say; its fields are query parameters.</summary>
    public Row Delete<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(HttpMethods.Delete, path, null, flow, read, write);

    /// <summary>A row for POST that signs in: it answers as the contract's own log-in does.</summary>
    public Row SignIn<TCommand>(string path, Flow<TCommand, TokenPair> flow, Func<WireRequest, TCommand> read)
    {
        var spelled = _contract.Spelling.SignIn;
        return Add(HttpMethods.Post, path, _body, flow, read, spelled.Write).Describing(spelled.Model);
    }

    private Row<TCommand, TResult, TModel> Add<TCommand, TResult, TModel>(string method, string path, BodySyntax? body, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull
    {
        var row = new Row<TCommand, TResult, TModel>(method, _contract.Spelling.PathOf(path), body, flow, read, write) { Spelling = _contract.Spelling };
        if (typeof(TResult) == typeof(Unit))
            row.Answers(_contract.Spelling.EmptyStatus);
        _table.AddFeature(row);
        return row;
    }
}
