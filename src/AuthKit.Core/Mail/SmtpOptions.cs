namespace AuthKit.Mail;

/// <summary>A mail server (RFC 5321), to send through with AuthKit.MailKit.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its host name.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    /// <value>Default: 587 (RFC 6409).</value>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted: by STARTTLS (RFC 3207), or from its start at port 465 (RFC 8314).</summary>
    /// <value>Default: true.</value>
    public bool StartTls { get; set; } = true;

    /// <summary>The user name to authenticate with, if any.</summary>
    public string? UserName { get; set; }

    /// <summary>The password to authenticate with.</summary>
    public string? Password { get; set; }
}
