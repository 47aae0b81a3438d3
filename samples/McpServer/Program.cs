using AuthKit.AuthorizationServer;
using McpServer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

// A server of the Model Context Protocol whose users sign in; README.md tells how to try it.
var builder = WebApplication.CreateBuilder(args);

// The server's name is the address that it listens at; behind a proxy it is the one that clients call.
var address = builder.Configuration["Issuer"] ?? builder.Configuration["Urls"]!.Split(';')[0].TrimEnd('/');
builder.Services.AddAuthKit(options =>
{
    options.Issuer = address;
    options.OAuth.Apis.Add($"{address}/mcp", "mcp:tools").OpenToAnyClient = true;
    options.OAuth.OpenRegistration = true;
}).AddContract<OAuthContract>().UseSqlite(builder.Configuration["Database"]!);
builder.Services.AddDataProtection().SetApplicationName("AuthKit.McpServer");
builder.Services.AddMcpServer().WithHttpTransport().WithTools<NoteTools>();

var app = builder.Build();
app.MapAuthKit();
app.MapMcp("/mcp").RequireAuthorization(policy => policy.RequireScope("mcp:tools"));
app.Run();
