namespace AuthKit.Features.Connections;

/// <summary>The clients of others that may act for an account's owner.</summary>
internal sealed record ConnectionList(IReadOnlyList<ConnectionModel> Connections)
{
    public static ConnectionList Of(Connection[] connections) => new([.. connections.Select(ConnectionModel.Of)]);
}

/// <summary>A client of somebody else's that may act for an account's owner.</summary>
internal sealed record ConnectionModel(string ClientId, string ClientName, IReadOnlyList<string> Scopes, DateTimeOffset Since, DateTimeOffset? LastUsedAt)
{
    public static ConnectionModel Of(Connection connection) => new(connection.ClientId, connection.ClientName, connection.Scopes, connection.Since, connection.LastUsedAt);
}
