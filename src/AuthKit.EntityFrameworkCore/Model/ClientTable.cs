using AuthKit.AuthorizationServer.Clients;
using AuthKit.EntityFrameworkCore.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AuthKit.EntityFrameworkCore.Model;

internal sealed class ClientTable(ColumnTypes types) : IEntityTypeConfiguration<ClientRecord>
{
    public void Configure(EntityTypeBuilder<ClientRecord> row)
    {
        row.HasTable("authkit_clients", nameof(ClientRecord.Id));
        row.HasColumn(client => client.Id, "id", types.ExactText(256));
        row.HasColumn(client => client.SecretHash, "secret_hash", types.Binary(32));
        row.HasColumn(client => client.Metadata, "metadata", types.Binary(8000));
        row.HasColumn(client => client.CreatedAt, "created_at", types.Time);
    }
}
