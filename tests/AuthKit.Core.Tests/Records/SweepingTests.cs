using AuthKit.Grants;
using AuthKit.Records;

namespace AuthKit.Core.Tests.Records;

public sealed class SweepingTests
{
    [Test]
    public async Task A_database_that_always_says_there_is_more_is_not_swept_for_ever()
    {
        var records = new Bottomless();

        Assert.That(await records.SweepAsync(GrantTable.Rows, [], CancellationToken.None), Is.EqualTo(records.Removed));
        Assert.That(records.Calls, Is.LessThanOrEqualTo(2000));
    }

    /// <summary>Rows without end: as many are removed as are asked for.</summary>
    private sealed class Bottomless : IRecords
    {
        public int Calls { get; private set; }

        public int Removed { get; private set; }

        public Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class
        {
            // A test that would not end has to fail.
            if (++Calls > 10_000)
                throw new InvalidOperationException("It goes on for ever.");
            Removed += limit;
            return Task.FromResult(limit);
        }

        public Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class => throw new NotSupportedException();

        public Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class => throw new NotSupportedException();

        public Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class => throw new NotSupportedException();

        public Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class => throw new NotSupportedException();
    }
}
