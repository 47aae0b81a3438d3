namespace AuthKit.Passwords;

/// <summary>Where new passwords are looked for among those that have leaked; nowhere, unless it is said here.</summary>
public sealed class BreachedPasswordOptions
{
    /// <summary>
    /// Files of sorted hashes, as the downloader of Have I Been Pwned writes one: lines of a SHA-1 in hexadecimal and, behind a
    /// colon, how often it was seen. They are searched where they lie, and take no memory.
    /// </summary>
    /// <value>Default: none.</value>
    public IList<string> Files { get; } = [];

    /// <summary>
    /// Whether the service at <see cref="Address"/> is asked. It learns the first five of forty digits of the password's SHA-1, which it
    /// has in common with a thousand others (k-anonymity), and this server's address.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Online { get; set; }

    /// <summary>The service, which has ranges of hashes below <c>range/</c>.</summary>
    /// <value>Default: Pwned Passwords, of Have I Been Pwned.</value>
    public Uri Address { get; set; } = new("https://api.pwnedpasswords.com/");

    /// <summary>How long the service may take to answer: 100 milliseconds to 30 seconds.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the service may be in a private network or on this machine, as a mirror of the host's own is.</summary>
    /// <value>Default: false.</value>
    public bool AllowPrivateNetwork { get; set; }

    /// <summary>
    /// Whether a password that could not be looked for is refused until it can be (<see cref="Fault.Busy"/>, 503), rather than taken. Nobody can then
    /// register or change a password while the service is out of reach.
    /// </summary>
    /// <value>Default: false: it is taken, and an event tells of it.</value>
    public bool RefuseUnchecked { get; set; }
}
