namespace AuthKit.Hosting;

/// <summary>Says at start-up which settings are weaker than the default, or look like mistakes.</summary>
public interface IStartupWarning
{
    /// <summary>A sentence for each.</summary>
    IEnumerable<string> Of(AuthKitOptions options);
}
