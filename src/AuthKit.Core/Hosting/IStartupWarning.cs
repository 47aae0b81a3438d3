namespace AuthKit.Hosting;

/// <summary>Says at start-up which options are weaker than the default.</summary>
public interface IStartupWarning
{
    /// <summary>A sentence for each.</summary>
    IEnumerable<string> Of(AuthKitOptions options);
}
