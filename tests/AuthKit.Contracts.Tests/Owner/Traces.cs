using System.Reflection;
using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features;
using AuthKit.Records;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>Looks for what is left of an account: in every column of every table of a database.</summary>
internal static class Traces
{
    /// <summary>The columns in the home database that have something of the account's.</summary>
    public static async Task<List<string>> AtHomeAsync(TestHost host, User user) => await InAsync(host, await host.Services.GetRequiredService<IFeatureAccounts>().GetHomeAsync(default), user);

    public static async Task<List<string>> InAsync(TestHost host, IRecords records, User user)
    {
        var found = new List<string>();
        foreach (var table in Tables(host))
            found.AddRange(await AskAsync<List<string>>(nameof(FoundInAsync), records, table, user));
        return found;
    }

    /// <summary>How many rows a table has.</summary>
    public static async Task<int> CountAsync(TestHost host, string table)
    {
        var home = await host.Services.GetRequiredService<IFeatureAccounts>().GetHomeAsync(default);
        return await AskAsync<int>(nameof(CountInAsync), home, Tables(host).Single(any => any.Name == table), null);
    }

    private static IEnumerable<Table> Tables(TestHost host) => host.Services.GetServices<Schema>().SelectMany(static schema => schema.Tables);

    private static Task<T> AskAsync<T>(string method, IRecords records, Table table, User? user) =>
        (Task<T>)typeof(Traces).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(table.RecordType).Invoke(null, [records, table, user])!;

    private static async Task<int> CountInAsync<TRecord>(IRecords records, Table<TRecord> table, User? user) where TRecord : class =>
        (await records.ListAsync(table, [], orderBy: null, limit: 0, default)).Count;

    private static async Task<List<string>> FoundInAsync<TRecord>(IRecords records, Table<TRecord> table, User user) where TRecord : class
    {
        string[] texts = [user.Email, user.Id.ToString(), user.Id.ToString("N"), user.Profile.Name!, FullAccount.DeviceName];
        byte[][] bytes = [.. texts.Select(Encoding.UTF8.GetBytes), user.Id.ToByteArray(bigEndian: true), user.Id.ToByteArray()];
        var found = new List<string>();
        foreach (var row in await records.ListAsync(table, [], orderBy: null, limit: 0, default))
        {
            foreach (var column in table.Columns)
            {
                var value = table.ValueOf(row, column);
                if (!value.IsNull && column.Type switch
                {
                    ColumnType.Id => value.Id == user.Id,
                    ColumnType.Text or ColumnType.ExactText => texts.Any(text => value.Text.Contains(text, StringComparison.OrdinalIgnoreCase)),
                    ColumnType.Binary => bytes.Any(part => value.Binary.AsSpan().IndexOf(part) >= 0),
                    _ => false,
                })
                    found.Add($"{table.Name}.{column.Name}");
            }
        }

        return found;
    }
}
