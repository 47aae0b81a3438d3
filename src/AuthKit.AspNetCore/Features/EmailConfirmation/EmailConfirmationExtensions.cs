using AuthKit.Features;
using AuthKit.Features.EmailConfirmation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds e-mail confirmation to AuthKit.</summary>
public static class EmailConfirmationExtensions
{
    /// <summary>
    /// Has owners of new accounts asked by mail to confirm their addresses, and lets accounts change theirs. Whether sign-in waits for
    /// it is <see cref="AuthKit.Users.AccountOptions.RequireConfirmedEmail"/>. It is idempotent.
    /// </summary>
    public static AuthKitBuilder AddEmailConfirmation(this AuthKitBuilder builder) => builder.AddEmailConfirmationCore().AddFeature(new ProofFeature()).AddFeature(new EmailConfirmationFeature());
}
