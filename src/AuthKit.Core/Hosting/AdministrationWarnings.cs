namespace AuthKit.Hosting;

/// <summary>Says at start-up which settings of administration are weaker than the default.</summary>
internal sealed class AdministrationWarnings : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options)
    {
        if (options.Administration.AllowImpersonation)
            yield return "Administration.AllowImpersonation lets administrators act as any user who is no administrator; set it to false unless you need that.";
        if (!options.Administration.RequireRecentProof)
            yield return "Administration.RequireRecentProof is false, so that a stolen access token of an administrator changes accounts; set it to true.";
    }
}
