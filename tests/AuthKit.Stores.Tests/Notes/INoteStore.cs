namespace AuthKit.Stores.Tests.Notes;

/// <summary>Where notes are kept.</summary>
public interface INoteStore
{
    /// <returns>Whether the user had no note of that title.</returns>
    Task<bool> AddAsync(Note note, CancellationToken cancellationToken);

    /// <summary>A user's notes from the oldest on, at most so many.</summary>
    Task<List<Note>> ListAsync(Guid userId, int limit, CancellationToken cancellationToken);

    /// <summary>Marks a note as read, unless it is, and gives it back as it stands.</summary>
    /// <returns>Null where there is none.</returns>
    Task<Note?> ReadAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken);

    Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken);
}
