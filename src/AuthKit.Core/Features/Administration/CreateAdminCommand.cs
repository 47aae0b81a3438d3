using System.Globalization;
using AuthKit.Administration;
using AuthKit.CommandLine;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>
/// <c>authkit create-admin</c>: makes the first administrator. Whoever runs it has the host's configuration, and so its database. It writes a link to set a password by, which counts
/// once, and never a password.
/// </summary>
internal sealed class CreateAdminCommand(UserDirectory users, Accounts accounts, AdministeredResets resets, ResetLink link, IOptions<AuthKitOptions> options) : IConsoleCommand
{
    public string Name => "create-admin";

    public string Summary => "makes an administrator: an account with the role, and a link to set its password by";

    public IReadOnlyList<ConsoleOption> Options { get; } =
    [
        new("email", "ADDRESS", "the administrator's address; of an account that is there, its owner has to have confirmed it") { Required = true },
        new("force", null, "also where there is an administrator already"),
    ];

    private string Role => options.Value.Administration.Role;

    public async Task<int> RunAsync(ConsoleArguments arguments, ConsoleOutput console, CancellationToken cancellationToken)
    {
        var email = arguments["email"]!;
        var held = (await users.ListAsync(new() { Role = Role, Disabled = false, Limit = 1 }, tenant: null, cancellationToken)).Value;
        if (held is null)
            return await RefuseAsync(console, "The host keeps its accounts in a table of its own: give the role there.");
        if (held.Users.Count > 0 && !arguments.Has("force"))
            return await RefuseAsync(console, $"There is an account with the role '{Role}' already. It can give the role to others; with --force another is made here.");
        var known = await users.FindByNameAsync(email, tenant: null, cancellationToken);
        if (known is { EmailVerified: false })
            return await RefuseAsync(console, "There is an account with this address, and nobody has shown to own the address. Have its owner confirm it first, or take another.");
        if (known is { DisabledAt: not null })
            return await RefuseAsync(console, "The account with this address is disabled.");
        if (!(known is null ? await users.CreateAsync(new(email), tenant: null, cancellationToken) : known).Succeeded(out var user, out var failure))
            return await RefuseAsync(console, $"The account could not be made ({Said(failure)}).");
        if (!(await users.SetRolesAsync(user.Id, [.. user.Roles.Append(Role).Distinct()], tenant: null, cancellationToken)).Succeeded(out _, out failure))
            return await RefuseAsync(console, $"The role could not be given ({Said(failure)}).");
        await console.Out.WriteLineAsync($"{(known is null ? "Made account" : "Account")} {user.Id} has the role '{Role}'.");
        if (user.PasswordHash is null)
            await WriteLinkAsync(user, console, cancellationToken);
        return ConsoleExit.Done;
    }

    private async Task WriteLinkAsync(User user, ConsoleOutput console, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(Tenant.Home, user.Id, cancellationToken) is not { } found)
            return;
        await using var account = found;
        var (token, expires) = await resets.IssueAsync(account, cancellationToken);
        await console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Set a password until {expires:u}; this counts once:"));
        await console.Out.WriteLineAsync(ResetLink.PageOf(options.Value) is null ? token : link.For(token, user.Email).AbsoluteUri);
    }

    // What is wrong, and no value.
    private static string Said(Failure failure) => failure.BrokenRules.Count == 0 ? failure.Fault.Code : string.Join(", ", failure.BrokenRules.Select(static broken => $"{broken.Field}: {broken.Rule.Code}"));

    private static async Task<int> RefuseAsync(ConsoleOutput console, string sentence)
    {
        await console.Error.WriteLineAsync(sentence);
        return ConsoleExit.Failed;
    }
}
