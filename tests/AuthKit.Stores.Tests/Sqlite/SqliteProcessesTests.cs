using System.Diagnostics;
using AuthKit.Sqlite;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Sqlite;

public sealed class SqliteProcessesTests
{
    private const int EachCounts = 300;

    private SqliteFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task Three_processes_share_a_file_and_lose_nothing()
    {
        var path = _folder.NewPath();
        await using var database = new SqliteStoreProvider().Open($"Data Source={path};Default Timeout=60");
        await database.MigrateAsync(default);
        var user = new User { Id = Guid.CreateVersion7(), Email = "a@example.com", CreatedAt = DateTimeOffset.UnixEpoch, CredentialVersion = 0 };
        await database.Users.CreateAsync(user, default);

        Process[] others = [Start(path, user.Id), Start(path, user.Id)];
        foreach (var other in others)
            Assert.That(await other.StandardOutput.ReadLineAsync(), Is.EqualTo("ready"));
        foreach (var other in others)
            await other.StandardInput.WriteLineAsync();
        for (var i = 0; i < EachCounts; i++)
            await database.Users.RecordFailedSignInAsync(user.Id, DateTimeOffset.UnixEpoch, default);

        foreach (var other in others)
        {
            await other.WaitForExitAsync();
            Assert.That(other.ExitCode, Is.Zero, await other.StandardError.ReadToEndAsync());
            other.Dispose();
        }

        Assert.That((await database.Users.FindByIdAsync(user.Id, default))!.FailedSignIns, Is.EqualTo(3 * EachCounts));
    }

    private static Process Start(string path, Guid user) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [typeof(SecondProcess).Assembly.Location, path, $"{user}", $"{EachCounts}"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
