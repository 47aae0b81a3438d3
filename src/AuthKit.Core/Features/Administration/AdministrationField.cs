namespace AuthKit.Features.Administration;

/// <summary>The fields of administration beside those that other requests have, in neutral words.</summary>
internal static class AdministrationField
{
    public const string Tenant = "tenant";
    public const string Role = "role";
    public const string Disabled = "disabled";
    public const string CreatedFrom = "createdFrom";
    public const string CreatedBefore = "createdBefore";
    public const string LastSeenUntil = "lastSeenUntil";
    public const string Limit = "limit";
}
