namespace AuthKit.Hosting;

/// <summary>Says at start-up that API keys may last for ever.</summary>
internal sealed class ApiKeyWarnings : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options)
    {
        if (options.ApiKeys.MaxLifetime is null)
            yield return "ApiKeys.MaxLifetime is null: keys last for ever unless a time is asked for, and one that has leaked is good until somebody notices.";
    }
}
