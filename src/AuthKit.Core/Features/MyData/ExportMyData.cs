using System.Text.Json.Nodes;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.Features.MyData;

/// <summary>A copy of everything that is kept of the caller. It takes a recent proof, because whoever has it knows the account's owner well.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record ExportMyData(string? AccessToken) : Command;

internal sealed class ExportMyDataFlow(IFeatureAccounts accounts, AccountRows rows, IEvents events, TimeProvider time) : IFlow<ExportMyData, MyDataExport>
{
    public async Task<Outcome<MyDataExport>> RunAsync(ExportMyData command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        JsonObject? own = null;
        var (tables, counts, cut) = (new JsonObject(), new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        await foreach (var row in rows.ReadAsync(account.Account, MyDataExport.MaxRows + 1, cancellationToken))
        {
            // The account's own comes first, and is one.
            if (own is null)
            {
                own = RowJson.Of(row);
                own.Add("tenant", account.Tenant);
                continue;
            }

            var count = counts[row.Table.Name] = counts.GetValueOrDefault(row.Table.Name) + 1;
            if (count > MyDataExport.MaxRows)
                cut.Add(row.Table.Name);
            else
                Of(tables, row.Table.Name).Add((JsonNode)RowJson.Of(row));
        }

        // Erased since.
        if (own is null)
            return Fault.InvalidToken;
        await events.RaiseAsync(context, new MyDataExported { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
        return new MyDataExport(time.GetUtcNow(), own, tables, cut);
    }

    private static JsonArray Of(JsonObject tables, string table)
    {
        if (tables[table] is JsonArray known)
            return known;
        var added = new JsonArray();
        tables.Add(table, added);
        return added;
    }
}

public static partial class MyDataFlows
{
    /// <summary>A copy of everything that is kept of the caller.</summary>
    public static Flow<ExportMyData, MyDataExport> Export { get; } = Flow<ExportMyData, MyDataExport>.Of<ExportMyDataFlow>(takesCredentials: true, fails: [Fault.ProofRequired]);
}
