using AuthKit.AuthorizationServer;
using Microsoft.AspNetCore.DataProtection;

// The server side of OAuthContract; samples/OAuthClient is its client side, and README.md tells how to run the two.
var builder = WebApplication.CreateBuilder(args);

// The server's name is the address that it listens at, unless it is told another one, as it is behind a proxy.
builder.Configuration["AuthKit:Issuer"] ??= builder.Configuration["Urls"]!.Split(';')[0].TrimEnd('/');
builder.Services.AddAuthKit(builder.Configuration.GetSection("AuthKit"))
    .AddContract<OAuthContract>()
    .AddSqlite();
builder.Services.AddDataProtection().SetApplicationName("AuthKit.OAuthServer");

var app = builder.Build();
app.MapAuthKit();
app.MapGet("/", () => Results.Redirect("/.well-known/openid-configuration"));
app.Run();
