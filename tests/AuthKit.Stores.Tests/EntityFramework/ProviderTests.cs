using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

public sealed class ProviderTests
{
    [Test]
    public void A_provider_that_AuthKit_does_not_know_is_refused_with_those_that_it_knows()
    {
        using var shop = new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseSqlite().Options);
        Assert.That(
            () => new ModelBuilder().UseAuthKit(new OtherFacade(shop)),
            Throws.InstanceOf<NotSupportedException>().With.Message.Contains("Some.Other.Provider")
                .And.Message.Contains("Npgsql.EntityFrameworkCore.PostgreSQL, Microsoft.EntityFrameworkCore.Sqlite, Microsoft.EntityFrameworkCore.SqlServer"));
    }

    private sealed class OtherFacade(DbContext context) : DatabaseFacade(context)
    {
        public override string ProviderName => "Some.Other.Provider";
    }
}
