using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Tenants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Reads options from a section of the host's configuration.</summary>
internal sealed class ConfiguredOptions(IConfiguration section) : IConfigureOptions<AuthKitOptions>
{
    public void Configure(AuthKitOptions options)
    {
        options.Issuer = section["Issuer"] ?? options.Issuer;
        options.Audience = section["Audience"] ?? options.Audience;
        options.MaxCacheEntries = section.GetValue("MaxCacheEntries", options.MaxCacheEntries);
        section.GetSection("Accounts").Bind(options.Accounts);
        section.GetSection("EmailConfirmation").Bind(options.EmailConfirmation);
        section.GetSection("MailedCodes").Bind(options.MailedCodes);
        section.GetSection("ApiKeys").Bind(options.ApiKeys);
        section.GetSection("MyData").Bind(options.MyData);
        section.GetSection("Tokens").Bind(options.Tokens);
        section.GetSection("Sessions").Bind(options.Sessions);
        section.GetSection("Lockout").Bind(options.Lockout);
        section.GetSection("RateLimits").Bind(options.RateLimits);
        section.GetSection("Mail").Bind(options.Mail);
        section.GetSection("Events").Bind(options.Events);
        section.GetSection("AuditLog").Bind(options.AuditLog);
        section.GetSection("Webhooks").Bind(options.Webhooks);
        section.GetSection("External").Bind(options.External);
        section.GetSection("OAuth").Bind(options.OAuth);
        section.GetSection("Databases").Bind(options.Databases);
        section.GetSection("TenantDatabases").Bind(options.TenantDatabases);
        section.GetSection("Passwords:Argon2id").Bind(options.Passwords.Argon2id);
        section.GetSection("Passwords:ContextWords").Bind(options.Passwords.ContextWords);
        section.GetSection("Passwords:Breached").Bind(options.Passwords.Breached);
        options.Passwords.UseDocumentedRules = Documented(section["Passwords:Rules"]);
        if (section.GetSection("Database") is var database && database.Exists())
            options.Database = Registration(database);
        foreach (var client in section.GetSection("Clients").Get<Client[]>() ?? [])
            options.Clients.Add(client);
        foreach (var tenant in section.GetSection("Tenants").GetChildren())
            options.Tenants.Add(new(tenant["Alias"] ?? "", Registration(tenant)) { Registration = tenant.GetValue("Registration", TenantRegistration.Open) });
    }

    private static DatabaseRegistration Registration(IConfigurationSection section) => new(
        Required(section, "KeyIdentifier"),
        Required(section, "ConnectionString"),
        section.GetValue("Migrate", defaultValue: true));

    private static string Required(IConfigurationSection section, string key) => string.IsNullOrWhiteSpace(section[key]) ? throw new ArgumentException($"{section.Path}:{key} is missing.") : section[key]!;

    private bool Documented(string? rules) => rules switch
    {
        null or "Default" => false,
        "Documented" => true,
        _ => throw new ArgumentException($"{section.GetSection("Passwords:Rules").Path} is Default or Documented."),
    };
}
