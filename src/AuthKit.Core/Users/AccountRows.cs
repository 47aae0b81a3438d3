using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Users;

/// <summary>All rows that belong to an account, of every table that says whose its rows are, a feature's among them.</summary>
internal sealed class AccountRows(IEnumerable<Schema> schemas, HomeDatabase home)
{
    private const int Batch = 500;

    private readonly Table[] _tables = [.. schemas.SelectMany(static schema => schema.Tables).Where(static table => table.Owner is not null && table != UserTable.Rows)];

    /// <summary>Reads them, the account's own row first, each by the places of its table's columns; what is secret among them.</summary>
    /// <param name="account">The account.</param>
    /// <param name="limit">The most rows of one table.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<AccountRow> ReadAsync(Account account, int limit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in _tables.Prepend(UserTable.Rows))
        {
            var records = await RecordsAsync(account, table, cancellationToken);
            foreach (var row in await table.ListAsync(records, Owned(account, table), orderBy: null, limit, cancellationToken))
                yield return new(table, row);
        }
    }

    /// <summary>Removes them, but for the account's own row.</summary>
    public async Task DeleteAsync(Account account, CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            var records = await RecordsAsync(account, table, cancellationToken);
            while (await table.DeleteAsync(records, Owned(account, table), Batch, cancellationToken) == Batch)
            {
            }
        }
    }

    private async ValueTask<IRecords> RecordsAsync(Account account, Table table, CancellationToken cancellationToken) =>
        table.Owner!.Tenant is null ? account.Records : (await home.GetAsync(cancellationToken)).Port(static records => records);

    private static Condition[] Owned(Account account, Table table) => table.Owner!.Tenant is { } tenant
        ? [table.Owner.User.Is(account.User.Id), tenant.Is(account.Tenant)]
        : [table.Owner.User.Is(account.User.Id)];
}

/// <summary>A row that belongs to an account.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Values">Its values, by the places of the columns.</param>
internal sealed record AccountRow(Table Table, Value[] Values);
