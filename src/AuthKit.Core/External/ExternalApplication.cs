namespace AuthKit.External;

/// <summary>The host's application at an external provider.</summary>
/// <param name="address">Where the provider is asked.</param>
public sealed class ExternalApplication(Uri address)
{
    /// <summary>The application's id there: the audience that its tokens must have been issued for.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>Where the provider is asked.</summary>
    public Uri Address { get; set; } = address;
}
