using AuthKit.Users;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.Docs.Tests.EntityFramework;

public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    public DbSet<Invoice> Invoices => Set<Invoice>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseAuthKit(Database);
        modelBuilder.Entity<Invoice>().HasOne<User>().WithMany()
            .HasForeignKey(invoice => invoice.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
