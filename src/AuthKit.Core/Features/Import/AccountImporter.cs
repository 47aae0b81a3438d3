using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features.Import;

internal sealed partial class AccountImporter(ImportCheck check, ImportWriter writer, UserDatabases databases, TenantRegistry tenants, IEvents events, TimeProvider time) : IAccountImport
{
    private const int MostOfBatch = 10_000;
    private const int MostAtOnce = 64;

    public async Task<Outcome<ImportReport>> RunAsync(AccountImport import, IAsyncEnumerable<ImportedLine> lines, CancellationToken cancellationToken)
    {
        if (!Name().IsMatch(import.Source))
            return Failure.Of(nameof(import.Source), Rule.Characters, limit: 64);
        if (!await tenants.KnowsAsync(import.Tenant, cancellationToken))
            return Fault.NotFound;
        await using var database = await databases.OfAsync(import.Tenant, cancellationToken);
        var run = new Run(import, database, import.Resume ? await FindCheckpointAsync(database, import.Source, cancellationToken) : null);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (run.Skips(line))
                continue;
            if (run.IsElsewhere)
                return Fault.Conflict;
            if (line.EndsReading)
            {
                // No checkpoint is behind it: once the file is mended, the lines from here on are read.
                await WriteAsync(run, cancellationToken);
                run.Break(line);
                break;
            }

            // One that names what another of the batch does is told by the database what came before it.
            if (!run.Add(check.Check(import, line)))
            {
                await WriteAsync(run, cancellationToken);
                run.Add(check.Check(import, line));
            }

            if (run.IsFull)
                await WriteAsync(run, cancellationToken);
        }

        if (run.IsElsewhere)
            return Fault.Conflict;
        await WriteAsync(run, cancellationToken);
        if (run.Report.Taken > 0 && !import.DryRun)
            await tenants.KeepAsync(import.Tenant, cancellationToken);
        if (!import.DryRun)
            await events.RaiseAsync(new AccountsImported(import.Source, run.Report.Taken, run.Report.AlreadyThere, run.Report.Refused) { Tenant = import.Tenant }, cancellationToken);
        return run.Report;
    }

    public async Task<Guid?> FindAsync(string source, string sourceId, string tenant, CancellationToken cancellationToken)
    {
        if (!await tenants.KnowsAsync(tenant, cancellationToken))
            return null;
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        var row = await database.Port<IRecords>(static records => records).FindAsync(ImportedTable.Rows, [ImportedTable.Source.Is(source), ImportedTable.SourceId.Is(sourceId)], cancellationToken);
        return row is { TakenAt: not null } ? row.UserId : null;
    }

    /// <summary>Writes a batch, and behind it how far the import has come: a run that is killed in between looks at the batch again.</summary>
    private async Task WriteAsync(Run run, CancellationToken cancellationToken)
    {
        if (run.Batch.Count == 0)
            return;
        var results = new (ImportResult Result, IReadOnlyList<ImportNote> Notes)[run.Batch.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(run.Import.AtOnce, 1, MostAtOnce), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, results.Length), parallel, async (i, token) => results[i] = run.Batch[i] switch
        {
            { User: null, Notes: [var reason] } => (reason.Result, []),
            var account when run.Import.DryRun => await ImportWriter.ForetellAsync(run.Database, run.Import, account, token),
            var account => await writer.WriteAsync(run.Database, run.Import, account, token),
        });
        run.Finish(results);
        if (!run.Import.DryRun)
            await KeepAsync(run.Database, new(run.Import.Source, run.LastLine, run.Report, time.GetUtcNow()), cancellationToken);
        run.Import.OnBatch?.Invoke(run.Report);
    }

    private static Task<ImportCheckpoint?> FindCheckpointAsync(DatabaseLease database, string source, CancellationToken cancellationToken) =>
        database.Port<IRecords>(static records => records).FindAsync(ImportCheckpointTable.Rows, [ImportCheckpointTable.Source.Is(source)], cancellationToken);

    private static async Task KeepAsync(DatabaseLease database, ImportCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var records = database.Port<IRecords>(static records => records);
        if (await records.InsertAsync(ImportCheckpointTable.Rows, checkpoint, cancellationToken) is null)
            return;
        await records.UpdateAsync(
            ImportCheckpointTable.Rows,
            [ImportCheckpointTable.Source.Is(checkpoint.Source)],
            [
                ImportCheckpointTable.LastLine.To(checkpoint.LastLine),
                ImportCheckpointTable.Read.To(checkpoint.Report.Read),
                ImportCheckpointTable.Taken.To(checkpoint.Report.Taken),
                ImportCheckpointTable.AlreadyThere.To(checkpoint.Report.AlreadyThere),
                ImportCheckpointTable.Refused.To(checkpoint.Report.Refused),
                ImportCheckpointTable.WrittenAt.To(checkpoint.WrittenAt),
            ],
            readBy: null,
            cancellationToken);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Name();

    /// <summary>What a run knows on its way.</summary>
    private sealed class Run(AccountImport import, DatabaseLease database, ImportCheckpoint? checkpoint)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly long _done = checkpoint?.Report.Read ?? 0;
        private readonly byte[] _lastDone = checkpoint?.LastLine ?? [];
        private long _skipped;

        public AccountImport Import { get; } = import;

        public DatabaseLease Database { get; } = database;

        public List<CheckedAccount> Batch { get; } = [];

        public ImportReport Report { get; private set; } = checkpoint?.Report ?? ImportReport.Empty;

        public byte[] LastLine { get; private set; } = checkpoint?.LastLine ?? [];

        public bool IsFull => Batch.Count >= Math.Clamp(Import.BatchSize, 1, MostOfBatch);

        /// <summary>Whether what was skipped is not what the run before had done: the file is another one, or too short.</summary>
        public bool IsElsewhere { get; private set; } = checkpoint?.Report.Read > 0;

        /// <summary>Whether a line was done by the run before.</summary>
        public bool Skips(ImportedLine line)
        {
            if (_skipped == _done)
                return false;
            if (++_skipped == _done)
                IsElsewhere = !DigestOf(line).AsSpan().SequenceEqual(_lastDone);
            return true;
        }

        /// <summary>Adds to the batch; false where another of the batch has the same id, address or name, so that the order of the lines would not count.</summary>
        public bool Add(CheckedAccount account)
        {
            if (account.User is { } user)
            {
                string[] names = ["id " + account.Line.Account!.SourceId, .. new[] { user.Email, user.UserName }.OfType<string>().Select(LoginName.Normalize), .. account.Logins.Select(login => $"at {login.Provider} {login.Subject}")];
                if (names.Any(_names.Contains))
                    return false;
                _names.UnionWith(names);
            }

            Batch.Add(account);
            return true;
        }

        public void Finish((ImportResult Result, IReadOnlyList<ImportNote> Notes)[] results)
        {
            foreach (var (account, (result, notes)) in Batch.Zip(results))
            {
                Report = Report.With(result);
                foreach (var note in account.User is not null && result is not ImportResult.Taken ? [new(account.Line.Number, result)] : account.Notes.Concat(notes))
                    Import.OnNote?.Invoke(note);
            }

            LastLine = DigestOf(Batch[^1].Line);
            Batch.Clear();
            _names.Clear();
        }

        /// <summary>Says where reading ended.</summary>
        public void Break(ImportedLine line)
        {
            Report = Report.With(ImportResult.BrokenFile);
            Import.OnNote?.Invoke(new(line.Number, ImportResult.BrokenFile));
        }

        private static byte[] DigestOf(ImportedLine line) => SHA256.HashData(Encoding.UTF8.GetBytes(line.Account?.SourceId ?? $"line {line.Number}"));
    }
}
