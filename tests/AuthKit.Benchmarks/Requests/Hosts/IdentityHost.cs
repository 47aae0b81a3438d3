using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Benchmarks.Requests.Hosts;

/// <summary>ASP.NET Core Identity's endpoints on EF Core, with their defaults.</summary>
internal sealed class IdentityHost : BenchmarkHost
{
    protected override void Register(WebApplicationBuilder builder, string database, bool hashes)
    {
        builder.Services.AddDbContext<Accounts>(options => options.UseNpgsql(database));
        builder.Services.AddIdentityApiEndpoints<IdentityUser>().AddEntityFrameworkStores<Accounts>();
        if (!hashes)
            builder.Services.AddSingleton<IPasswordHasher<IdentityUser>, NoHash>();
    }

    protected override async Task MapAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Accounts>().Database.EnsureCreatedAsync();
        app.MapIdentityApi<IdentityUser>();
    }

    private sealed class Accounts(DbContextOptions<Accounts> options) : IdentityDbContext<IdentityUser>(options);

    private sealed class NoHash : IPasswordHasher<IdentityUser>
    {
        public string HashPassword(IdentityUser user, string password) => "none";

        public PasswordVerificationResult VerifyHashedPassword(IdentityUser user, string hashedPassword, string providedPassword) => PasswordVerificationResult.Success;
    }
}
