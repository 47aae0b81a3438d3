using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AuthKit.AuthorizationServer.Clients;
using Microsoft.Extensions.Configuration;

namespace AuthKit.Hosting;

/// <summary>Names every key under the host's section that no option has: it may be misspelt, and what it was to set is at its default.</summary>
internal sealed class UnknownSettings(IConfiguration section) : IStartupWarning
{
    private static readonly string[] Own = ["Issuer", "Audience", "Clients", "Tenants", "Database", "Passwords"];
    private static readonly string[] Registration = ["KeyIdentifier", "ConnectionString", "Migrate"];

    public IEnumerable<string> Of(AuthKitOptions options)
    {
        if (section is IConfigurationSection named && !named.Exists())
            return [$"the section '{named.Path}' of the configuration, which AddAuthKit was given, is not there."];
        return Unknown(options).Select(static key => $"'{key}' in the configuration is no setting of AuthKit's; it may be misspelt, and is ignored.");
    }

    private IEnumerable<string> Unknown(AuthKitOptions options)
    {
        (string Name, object Options)[] bound =
        [
            ("Accounts", options.Accounts), ("EmailConfirmation", options.EmailConfirmation), ("MailedCodes", options.MailedCodes), ("ApiKeys", options.ApiKeys), ("MyData", options.MyData), ("Tokens", options.Tokens), ("Sessions", options.Sessions), ("Lockout", options.Lockout), ("RateLimits", options.RateLimits), ("Mail", options.Mail),
            ("Events", options.Events), ("External", options.External), ("OAuth", options.OAuth), ("Databases", options.Databases), ("TenantDatabases", options.TenantDatabases),
        ];
        return
        [
            .. Others(section, [.. Own, .. bound.Select(static part => part.Name)]),
            .. bound.SelectMany(part => In(section.GetSection(part.Name), part.Options.GetType())),
            .. Others(section.GetSection("Passwords"), ["Rules", "ContextWords", "Argon2id", "Breached"]),
            .. In(section.GetSection("Passwords:Breached"), options.Passwords.Breached.GetType()),
            .. In(section.GetSection("Passwords:Argon2id"), options.Passwords.Argon2id.GetType()),
            .. Others(section.GetSection("Database"), Registration),
            .. section.GetSection("Tenants").GetChildren().SelectMany(static tenant => Others(tenant, [.. Registration, "Alias", "Registration"])),
            .. section.GetSection("Clients").GetChildren().SelectMany(static client => In(client, typeof(Client))),
        ];
    }

    private static IEnumerable<string> Others(IConfiguration at, string[] names) =>
        at.GetChildren().Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)).Select(static child => child.Path);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The binder that reads these options keeps their properties.")]
    private static IEnumerable<string> In(IConfiguration at, Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(static property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in at.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
                yield return child.Path;
            else if (!IsLeaf(property.PropertyType))
            {
                foreach (var unknown in In(child, property.PropertyType))
                    yield return unknown;
            }
        }
    }

    // Lists are counted through, not named; scalars have no names below them.
    private static bool IsLeaf(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) || type.IsPrimitive || TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));
}
