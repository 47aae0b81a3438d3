using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>A contract's rows: method and path, the flow they run, how the request is read and how the result is written.</summary>
public sealed class RouteTable
{
    private readonly BodySyntax _body;
    private readonly List<Row> _rows = [];

    internal RouteTable(BodySyntax body) => _body = body;

    internal IReadOnlyList<Row> Rows => _rows;

    /// <summary>A row for GET; its fields are query parameters.</summary>
    public Row Get<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(new Row<TCommand, TResult, TModel>(HttpMethods.Get, path, null, flow, read, write));

    /// <summary>A row for POST; its fields are the body's.</summary>
    public Row Post<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(new Row<TCommand, TResult, TModel>(HttpMethods.Post, path, _body, flow, read, write));

    /// <summary>A row for PUT; its fields are the body's.</summary>
    public Row Put<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(new Row<TCommand, TResult, TModel>(HttpMethods.Put, path, _body, flow, read, write));

    /// <summary>A row for PATCH; its fields are the body's, and what is not there stays as it is.</summary>
    public Row Patch<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(new Row<TCommand, TResult, TModel>(HttpMethods.Patch, path, _body, flow, read, write));

    /// <summary>A row for DELETE; its fields are query parameters.</summary>
    public Row Delete<TCommand, TResult, TModel>(string path, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(new Row<TCommand, TResult, TModel>(HttpMethods.Delete, path, null, flow, read, write));

    /// <summary>A row for POST with a form, whatever the contract's own body syntax.</summary>
    /// <param name="path">The path.</param>
    /// <param name="field">The form field that chooses among rows of one path.</param>
    /// <param name="value">Its value for this row.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="read">Reads the command.</param>
    /// <param name="write">Writes the result.</param>
    public Row PostForm<TCommand, TResult, TModel>(string path, string field, string value, Flow<TCommand, TResult> flow, Func<WireRequest, TCommand> read, Func<TResult, TModel> write)
        where TResult : notnull => Add(new Row<TCommand, TResult, TModel>(HttpMethods.Post, path, BodySyntax.Form, flow, read, write) { Condition = new(field, value) });

    /// <summary>Takes the rows of a method and path out of the table.</summary>
    public void Remove(string method, string path) =>
        _rows.RemoveAll(row => row.Path == path && HttpMethods.Equals(row.Method, method));

    /// <summary>Adds a feature's row, which takes the place of none.</summary>
    /// <exception cref="InvalidOperationException">There is a row at its method and path.</exception>
    internal void AddFeature(Row row)
    {
        if (_rows.Any(other => other.Method == row.Method && string.Equals(other.Path, row.Path, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"{row.Method} {row.Path} is a route of the contract's, or of another feature's. Give the contract's Spelling another Root.");
        _rows.Add(row);
    }

    private Row Add(Row row)
    {
        _rows.RemoveAll(old => old.Method == row.Method && old.Path == row.Path && old.Condition == row.Condition);
        _rows.Add(row);
        return row;
    }
}
