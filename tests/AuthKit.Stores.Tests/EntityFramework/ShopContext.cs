using AuthKit.Users;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>A host's context: orders of its own that refer to AuthKit's accounts.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseAuthKit(Database);
        modelBuilder.Entity<Order>().HasOne<User>().WithMany().HasForeignKey(order => order.CustomerId).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class Order
{
    public int Id { get; init; }

    public required Guid CustomerId { get; init; }
}
