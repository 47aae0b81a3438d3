using static AuthKit.Relational.SqlType;

namespace AuthKit.Relational.Schema;

/// <summary>What version 3 adds: what an authorization server keeps of clients, consents, codes and sign-ins.</summary>
/// <remarks>Nodes of the release before know nothing of the columns, which may therefore be null.</remarks>
internal static class AuthorizationTables
{
    public static IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        .. All.SelectMany(table => table.Create(dialect)),
        .. Columns.Select(added => added.Column.Add(added.Table, dialect)),
    ];

    private static IEnumerable<Table> All =>
    [
        new(
            "authkit_clients",
            [new("id", ExactText, 256), new Column("secret_hash", Binary, 32).OrNull(), new("metadata", Binary, 8000), new("created_at", Time)],
            ["id"],
            []),
        new(
            "authkit_consents",
            [new("user_id", Id), new("client_id", ExactText, 256), new("scope", ExactText, 128), new("created_at", Time)],
            ["user_id", "client_id", "scope"],
            []),
    ];

    private static IEnumerable<(string Table, Column Column)> Columns =>
    [
        ("authkit_grants", new Column("client_id", ExactText, 256).OrNull()),
        ("authkit_grants", new Column("data", Binary, 8000).OrNull()),
        ("authkit_sessions", new Column("authenticated_at", Time).OrNull()),
    ];
}
