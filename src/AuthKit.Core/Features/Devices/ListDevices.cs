using System.Buffers.Text;
using AuthKit.Sessions;
using AuthKit.Users;

namespace AuthKit.Features.Devices;

/// <summary>Lists where the caller's account is signed in, the youngest first, some at a time.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Cursor">Where the page before ended; null for the first page.</param>
public sealed record ListDevices(string? AccessToken, string? Cursor = null) : Command;

internal sealed class ListDevicesFlow(IFeatureAccounts accounts, ClientNames names, TimeProvider time) : IFlow<ListDevices, DevicePage>
{
    /// <summary>How many a page has at the most.</summary>
    private const int PageSize = 50;

    private const int IdBytes = 16;

    public async Task<Outcome<DevicePage>> RunAsync(ListDevices command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (!TryRead(command.Cursor, out var before))
            return Failure.Of(Field.Cursor, Rule.Unknown);
        var read = await account.Account.Database.Sessions.ListStandingAsync(account.User.Id, before, PageSize + 1, time.GetUtcNow(), cancellationToken);
        var page = read.Take(PageSize).ToList();
        // What a change of the password has ended, and a failure has left unmarked, is no device.
        var standing = page.FindAll(session => session.IsBoundTo(account.User));
        var clients = await names.OfAsync(standing.Select(static session => session.ClientId), cancellationToken);
        return new DevicePage([.. standing.Select(session => Device.Of(session, clients[session.ClientId], account.Caller!.SessionId))], read.Count > PageSize ? Write(page[^1].Id) : null);
    }

    private static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    private static bool TryRead(string? cursor, out Guid? before)
    {
        before = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        Span<byte> id = stackalloc byte[IdBytes];
        if (!Base64Url.IsValid(cursor, out var length) || length != IdBytes)
            return false;
        Base64Url.DecodeFromChars(cursor, id);
        before = new(id, bigEndian: true);
        return true;
    }
}

public static partial class DeviceFlows
{
    /// <summary>Lists where the caller's account is signed in.</summary>
    public static Flow<ListDevices, DevicePage> List { get; } = Flow<ListDevices, DevicePage>.Of<ListDevicesFlow>();
}
