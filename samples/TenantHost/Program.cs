using System.Security.Claims;
using AuthKit.Contracts;
using Microsoft.AspNetCore.DataProtection;

// Three tenants, each in a database of its own, and no user among them who is known to another; README.md has lines to try.
var builder = WebApplication.CreateBuilder(args);

// Home database and tenants are in appsettings.json, and in the environment where a tenant lives on a server.
builder.Services.AddAuthKit(builder.Configuration.GetSection("AuthKit"))
    .AddContract<TenantContract>()
    .AddSqlite()
    .AddPostgreSql()
    .AddMySql();
builder.Services.AddDataProtection().SetApplicationName("AuthKit.TenantHost");

var app = builder.Build();
app.MapAuthKit();
app.MapGet("/tenant", (ClaimsPrincipal user) => new { tenant = user.FindFirstValue("tid"), user = user.FindFirstValue("sub") }).RequireAuthorization();
app.Run();
