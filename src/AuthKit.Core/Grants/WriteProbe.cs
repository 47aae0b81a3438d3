using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit.Grants;

/// <summary>Writes a row of some size that has expired already, and takes it away: where that fails, registrations do.</summary>
internal sealed class WriteProbe(IRecords records)
{
    private const int Size = 4000;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var handle = RandomNumberGenerator.GetBytes(16);
        await records.InsertAsync(GrantTable.Rows, new Grant
        {
            Handle = handle,
            Kind = GrantKind.PasswordReset,
            SecretHash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes),
            UserId = Guid.Empty,
            Data = new byte[Size],
            CreatedAt = now,
            ExpiresAt = now,
        }, cancellationToken);
        await records.DeleteAsync(GrantTable.Rows, [GrantTable.Handle.Is(handle)], limit: 0, cancellationToken);
    }
}

internal static class WriteProbePort
{
    extension(DatabaseLease database)
    {
        public WriteProbe WriteProbe => database.Port(static records => new WriteProbe(records));
    }
}
