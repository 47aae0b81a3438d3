using AuthKit.Contracts;
using AuthKit.Databases;
using AuthKit.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests.Extending;

/// <summary>How each extension is registered.</summary>
internal static class Hosts
{
    public static void OwnContract(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthKit()
            .AddContract<PlainContract>()
            .UseSqlite(builder.Configuration.GetConnectionString("App")!);
    }

    public static void ChangedContract(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Vouchers>();
        builder.Services.AddAuthKit()
            .AddContract<LaravelContract>(laravel =>
            {
                laravel.Prefix = "/api/v2";
                laravel.Envelope = new PlainEnvelope();
                laravel.Phrases = laravel.Phrases.On(Fault.InvalidCredentials, 403, "No.");
                laravel.Change(routes =>
                {
                    routes.Remove("POST", "/password/email");
                    routes.Post("/logout", Flows.Logout, r => new(r.Bearer), _ => true).Says("See you.");
                    routes.Get("/greeting", GreetingFlow.Greet, r => new(r.Bearer), greeting => greeting.Text);
                    routes.Post("/vouchers", VoucherFlows.Redeem, r => new(r.Bearer, r["code"]), voucher => voucher);
                });
            })
            .UseSqlite(builder.Configuration.GetConnectionString("App")!);
    }

    public static void OwnFeature(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthKit()
            .AddContract<LaravelContract>()
            .AddContract<MessageCodeContract>()
            .AddFeature(new InvitationFeature())
            .UseSqlite(builder.Configuration.GetConnectionString("App")!);
    }

    public static void Hooked(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthKit()
            .AddContract<LaravelContract>()
            .AddContract<AccountContract>()
            .Before<Register>(SignUps.CheckAsync)
            .UseSqlite(builder.Configuration.GetConnectionString("App")!);
    }

    public static void OwnUsers(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MemberTable>();
        builder.Services.AddAuthKit()
            .UseSqlite(builder.Configuration.GetConnectionString("App")!)
            .UseUsers<MemberStore>();
    }

    public static void ForeignHashes(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthKit()
            .UseSqlite(builder.Configuration.GetConnectionString("App")!)
            .AddForeignPasswordHash<BcryptHash>();
    }

    public static void TenantByHostName(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ITenantHint, HostNameHint>();
        builder.Services.AddAuthKit()
            .AddContract<TenantContract>()
            .UseSqlite(builder.Configuration.GetConnectionString("App")!)
            .AddTenant("acme", "SQLITE", builder.Configuration.GetConnectionString("Acme")!);
    }

    public static void ClientDatabases(WebApplicationBuilder builder, string connectionString, string folder)
    {
        builder.Services.AddAuthKit()
            .AddContract<TenantContract>()
            .UseSqlite(connectionString)
            .AddPostgreSql()
            .AllowClientDatabases(policy =>
            {
                policy.Engines.Add(DatabaseEngine.PostgreSql);
                policy.Hosts.Add("*.databases.example");
                policy.Engines.Add(DatabaseEngine.Sqlite);
                policy.SqliteFolder = folder;
                policy.MaxTenants = 50;
                policy.Timeout = TimeSpan.FromSeconds(2);
                policy.AcceptThatStrangersChooseWhereThisServerConnects = true;
            });
    }
}
