using AuthKit.Features.AccountPage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the account page to AuthKit.</summary>
public static class AccountPageExtensions
{
    /// <summary>
    /// Adds a page where owners see to their accounts themselves, at <c>/my-account</c> beside the sign-in page: profile, password, and the parts of every feature that
    /// the host adds. Where the host has no contract with a sign-in page, there is none. It is idempotent.
    /// </summary>
    public static AuthKitBuilder AddAccountPage(this AuthKitBuilder builder) => builder.AddFeature(new AccountPageFeature());
}
