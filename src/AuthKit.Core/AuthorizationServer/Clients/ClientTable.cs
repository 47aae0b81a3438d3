using AuthKit.Records;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>How clients that registered themselves are kept.</summary>
internal static class ClientTable
{
    public static readonly Table<ClientRecord> Rows = new("authkit_clients", since: 3);
    public static readonly Column<string> Id = Rows.ExactText("id", 256, static client => client.Id);
    public static readonly Column<byte[]?> SecretHash = Rows.BinaryOrNull("secret_hash", 32, static client => client.SecretHash);
    public static readonly Column<string?> SlowHash = Rows.TextOrNull("slow_hash", 1024, static client => client.SlowHash, since: 4);
    public static readonly Column<byte[]> Metadata = Rows.Binary("metadata", 8000, static client => client.Metadata);
    public static readonly Column<DateTimeOffset> CreatedAt = Rows.Time("created_at", static client => client.CreatedAt);
    public static readonly Column<byte[]?> RegistrationHash = Rows.BinaryOrNull("registration_hash", 32, static client => client.RegistrationHash, since: 5);

    static ClientTable()
    {
        Rows.KeyedBy(Id);
        Rows.ReadBy(static row => new()
        {
            Id = row.Get(Id),
            SecretHash = row.Get(SecretHash),
            SlowHash = row.Get(SlowHash),
            Metadata = row.Get(Metadata),
            CreatedAt = row.Get(CreatedAt),
            RegistrationHash = row.Get(RegistrationHash),
        });
    }
}
