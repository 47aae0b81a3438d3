namespace AuthKit.External;

/// <summary>The providers that accounts can sign in through; one without an application id is off.</summary>
public sealed class ExternalOptions
{
    /// <summary>Google.</summary>
    public ExternalApplication Google { get; } = new(new("https://oauth2.googleapis.com/"));

    /// <summary>Facebook.</summary>
    public ExternalApplication Facebook { get; } = new(new("https://graph.facebook.com/"));

    /// <summary>How long a provider may take to answer.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a link is valid that was mailed to an account's owner, to let an identity at a provider sign in.</summary>
    /// <value>Default: 1 hour.</value>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the code is valid with which a browser goes back to the client that began a sign-in through a provider's pages; at most 10 minutes.</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(1);
}
