using AuthKit.AuthorizationServer;
using AuthKit.Contracts;
using AuthKit.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using QuickStart;

var builder = WebApplication.CreateBuilder(args);

// Unless the configuration names another, the issuer is where this host listens.
builder.Configuration["AuthKit:Issuer"] ??= Address.Of(builder.Configuration["urls"]);

// AuthKit:Database in the configuration chooses the home database among these engines, which tenants can live on as well.
builder.Services.AddAuthKit(builder.Configuration.GetSection("AuthKit"))
    .AddContract<ConnectContract>()
    .AddContract<LaravelContract>()
    .AddContract<MessageCodeContract>()
    .AddContract<TenantContract>()
    .AddContract<OAuthContract>()
    .AddContract<AccountContract>()
    .AddAccountPage()
    .AddEmailConfirmation()
    .AddMailedCodes()
    .AddTwoFactor()
    .AddApiKeys("me.read")
    .AddAuditLog()
    // Nobody is told yet: AuthKit:Webhooks:Endpoints:0:Url and :Secret in the configuration name who is.
    .AddWebhooks()
    // Browsers know passkeys of names alone, not of addresses: open the pages at http://localhost.
    .AddPasskeys(passkeys =>
    {
        passkeys.RelyingPartyId = "localhost";
        passkeys.Origins.Add(Address.Local(builder.Configuration["AuthKit:Issuer"]!));
    })
    // dotnet run -- authkit create-admin --email you@example.com
    .AddRoles("editor")
    .AddAdministration()
    // dotnet run -- authkit import --help
    .AddAccountImport()
    .AddDevices()
    .AddConnections()
    .AddMyData()
    .AddSqlite()
    .AddPostgreSql()
    .AddMySql()
    .AddSqlServer()
    .AddMongoDb()
    .UseMailKit();

builder.Services.Configure<PageOptions>(pages => pages.IdentifierFirst = true);
// Hosts that share a database share these keys, wherever they are installed.
builder.Services.AddDataProtection().SetApplicationName("AuthKit.QuickStart");
builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyMethod().AllowAnyHeader()));
builder.Services.AddHealthChecks().AddAuthKit();
builder.Services.AddOpenApi(options => options.AddAuthKit());

var app = builder.Build();
// Before authentication, or browsers would not show a page of another origin that its token has expired: the 401 would come without CORS headers.
app.UseCors();
app.UseAuthentication();
app.UseAuthorization();
app.MapAuthKit();
app.MapGet("/me", Me.Get).RequireAuthorization();
// What programs may see by an API key that has the scope; scopes of tokens have it too, where clients are given it.
app.MapGet("/me/id", Me.GetId).RequireAuthorization(policy => policy.RequireScope("me.read"));
app.MapGet("/", IndexPage.Get).ExcludeFromDescription();
app.MapHealthChecks("/health");
app.MapHealthChecks("/health/live", new() { Predicate = check => check.Tags.Contains("live") });
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
app.MapOpenApi();
app.UseSwaggerUI(swagger => swagger.SwaggerEndpoint("/openapi/v1.json", "QuickStart"));
if (await app.RunAuthKitCommandAsync(args) is { } exitCode)
    return exitCode;
app.Run();
return 0;
