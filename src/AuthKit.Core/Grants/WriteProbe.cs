using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Grants;

/// <summary>Writes a row of some size that has expired already, and takes it away: where that fails, registrations do.</summary>
internal sealed class WriteProbe
{
    private const int Size = 4000;

    private readonly IRecords _records;

    // Not public: what can be made of records from outside is a port.
    internal WriteProbe(IRecords records) => _records = records;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var handle = RandomNumberGenerator.GetBytes(16);
        await _records.InsertAsync(GrantTable.Rows, new Grant
        {
            Handle = handle,
            Kind = GrantKind.PasswordReset,
            SecretHash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes),
            UserId = Guid.Empty,
            Data = new byte[Size],
            CreatedAt = now,
            ExpiresAt = now,
        }, cancellationToken);
        await _records.DeleteAsync(GrantTable.Rows, [GrantTable.Handle.Is(handle)], limit: 0, cancellationToken);
    }
}

internal static class WriteProbePort
{
    extension(DatabaseLease database)
    {
        public WriteProbe WriteProbe => database.Port(static records => new WriteProbe(records));
    }
}
