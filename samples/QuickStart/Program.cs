using AuthKit.AuthorizationServer;
using AuthKit.Contracts;
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
    .AddEmailConfirmation()
    .AddMailedCodes()
    .AddTwoFactor()
    // Browsers know passkeys of names alone, not of addresses: open the pages at http://localhost.
    .AddPasskeys(passkeys =>
    {
        passkeys.RelyingPartyId = "localhost";
        passkeys.Origins.Add(Address.Local(builder.Configuration["AuthKit:Issuer"]!));
    })
    .AddDevices()
    .AddConnections()
    .AddMyData()
    .AddSqlite()
    .AddPostgreSql()
    .AddMySql()
    .AddSqlServer()
    .AddMongoDb()
    .UseMailKit();

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
app.MapGet("/", IndexPage.Get).ExcludeFromDescription();
app.MapHealthChecks("/health");
app.MapHealthChecks("/health/live", new() { Predicate = check => check.Tags.Contains("live") });
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
app.MapOpenApi();
app.UseSwaggerUI(swagger => swagger.SwaggerEndpoint("/openapi/v1.json", "QuickStart"));
app.Run();
