namespace AuthKit.Tenants;

/// <summary>Who may register in a tenant.</summary>
public enum TenantRegistration
{
    /// <summary>Whoever knows its alias or its connection string, as document 004 has it.</summary>
    Open,

    /// <summary>Whoever has been invited: a registration sends an invitation (<c>ITenantInvitations</c>) in place of alias or connection string.</summary>
    ByInvitation,

    /// <summary>Nobody; accounts that are there sign in as ever.</summary>
    Closed,
}
