using AuthKit.AuthorizationServer;
using AuthKit.Contracts;
using Microsoft.AspNetCore.DataProtection;
using QuickStart;

var builder = WebApplication.CreateBuilder(args);
var address = new Uri((builder.Configuration["urls"] ?? "http://127.0.0.1:5080").Split(';')[0]);

// AuthKit:Database in the configuration chooses the home database among these engines, which tenants can live on as well.
builder.Services.AddAuthKit(builder.Configuration.GetSection("AuthKit"))
    .AddContract<ConnectContract>()
    .AddContract<LaravelContract>()
    .AddContract<MessageCodeContract>()
    .AddContract<TenantContract>()
    .AddContract<OAuthContract>()
    .AddSqlite()
    .AddPostgreSql()
    .AddMySql()
    .AddSqlServer()
    .AddMongoDb()
    .UseMailKit();
// Mailed links lead to the page of OAuthContract, wherever this host listens.
builder.Services.PostConfigure<AuthKit.AuthKitOptions>(options => options.Mail.ResetUrl ??= new Uri(address, "reset-password"));

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
