namespace AuthKit.Features.MyData;

/// <summary>How owners take their data along, and have their accounts erased.</summary>
public sealed class MyDataOptions
{
    /// <summary>
    /// How long an account that its owner wants erased is shut before it is: within that time a link that is mailed to its address takes it back. Zero erases
    /// it at once.
    /// </summary>
    /// <value>Default: zero.</value>
    public TimeSpan GracePeriod { get; set; }

    /// <summary>The page where the deletion of an account is taken back, absolute; the link that is mailed adds the query parameter <c>token</c>. Opening it must change nothing, because mail scanners open links.</summary>
    /// <value>Default: <c>/undo-deletion</c> under the issuer, where the issuer is an http address; AuthKit serves a page there.</value>
    public Uri? UndoUrl { get; set; }

    /// <summary>What the mails say.</summary>
    /// <value>Default: English; <see cref="MyDataTexts.Vietnamese"/> is there too.</value>
    public MyDataTexts Texts { get; set; } = new();
}
