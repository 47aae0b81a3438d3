namespace AuthKit.External;

/// <summary>The host's application at an external provider.</summary>
public sealed class ExternalApplication
{
    /// <summary>The application's id there: the audience that its tokens must have been issued for.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>Where the provider is asked.</summary>
    public required Uri Address { get; set; }
}
