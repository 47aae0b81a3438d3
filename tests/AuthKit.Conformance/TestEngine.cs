using AuthKit.Databases;
using AuthKit.Users;

namespace AuthKit.Conformance;

/// <summary>An engine under test. Every fixture makes one, and disposes of it together with the databases on it.</summary>
public abstract class TestEngine : ITestUsers
{
    private readonly List<IDatabase> _opened = [];

    /// <summary>The adapter under test.</summary>
    public abstract IStoreProvider Provider { get; }

    /// <summary>Whether the engine tells text from the same text with spaces after it, as all but SQL Server do.</summary>
    public virtual bool ComparesTrailingSpaces => true;

    /// <summary>Makes an empty database; where the engine is not there, calls <see cref="Absent"/>.</summary>
    /// <returns>Its connection string.</returns>
    public abstract Task<string> CreateDatabaseAsync();

    /// <summary>Makes a database with the schema on it.</summary>
    public async Task<IDatabase> OpenAsync()
    {
        var database = Open(await CreateDatabaseAsync());
        await database.MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Opens a database that is there.</summary>
    public IDatabase Open(string connectionString)
    {
        var database = Provider.Open(connectionString);
        _opened.Add(database);
        return database;
    }

    /// <summary>
    /// Says that the engine is not there: its fixtures are ignored, unless the environment variable
    /// <c>AUTHKIT_REQUIRED_STORES</c> names it, for example <c>PGSQL,MYSQL</c>; then they fail.
    /// </summary>
    /// <param name="engine">The engine's name there.</param>
    /// <param name="reason">Why it is not there.</param>
    protected static void Absent(string engine, string reason) => AbsentEngine.Report(engine, reason);

    async Task<IUserStore> ITestUsers.OpenUsersAsync() => (await OpenAsync()).Users;

    /// <summary>Closes what was opened; an engine that made databases takes them away after that.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
            await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
