using AuthKit.Stores.Tests.Notes;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>A context with AuthKit's tables and those of two features: the kit's own, and notes.</summary>
public sealed class KitContext(DbContextOptions<KitContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseAuthKit(Database, KitSchema.Current, NoteTable.Schema);
}
