namespace AuthKit.Features.ExternalSchemes;

/// <summary>What keeps people from signing in through others.</summary>
public static class ExternalSchemeFaults
{
    /// <summary>The provider tells no address, so that no account can be made for the identity.</summary>
    public static Fault AddressMissing { get; } = new("external_address_missing", Fault.InvalidExternalToken, "The provider tells no e-mail address, which an account needs.");

    /// <summary>The request names a tenant: identities sign in to accounts of the home database alone.</summary>
    public static Fault TenantNamed { get; } = new("external_tenant_named", Fault.Malformed, "Sign-in through another provider is for accounts of no tenant. Ask again without naming one.");

    /// <summary>The identity signs in to another account.</summary>
    public static Fault IdentityTaken { get; } = new("external_identity_taken", Fault.Conflict, "This identity signs in to another account.");
}
