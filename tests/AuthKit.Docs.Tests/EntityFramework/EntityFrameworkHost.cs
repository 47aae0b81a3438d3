using AuthKit.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests.EntityFramework;

/// <summary>How accounts come into a host's own context.</summary>
internal static class EntityFrameworkHost
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<AppDbContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("App")));
        builder.Services.AddAuthKit(o => o.Issuer = "https://app.example")
            .AddContract<LaravelContract>()
            .UseEntityFramework<AppDbContext>();
    }
}
