using AuthKit.Records;
using static AuthKit.Stores.Tests.Notes.NoteTable;

namespace AuthKit.Stores.Tests.Notes;

internal sealed class NoteStore(IRecords records) : INoteStore
{
    public async Task<bool> AddAsync(Note note, CancellationToken cancellationToken) => await records.InsertAsync(Rows, note, cancellationToken) is null;

    public Task<List<Note>> ListAsync(Guid userId, int limit, CancellationToken cancellationToken) =>
        records.ListAsync(Rows, [UserId.Is(userId)], Id, limit, cancellationToken);

    public async Task<Note?> ReadAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await records.UpdateAsync(Rows, [Id.Is(id), ReadAt.IsNull], [ReadAt.To(now)], readBy: Id, cancellationToken)).Row;

    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await records.DeleteAsync(Rows, [Id.Is(id)], limit: 0, cancellationToken) == 1;
}
