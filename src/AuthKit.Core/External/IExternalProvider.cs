namespace AuthKit.External;

/// <summary>A provider whose access tokens sign people in.</summary>
public interface IExternalProvider
{
    /// <summary>The provider's name, for example <c>google</c>: at most 64 characters.</summary>
    string Name { get; }

    /// <summary>What people know it as, in mails and on pages.</summary>
    /// <value>Default: <see cref="Name"/>.</value>
    string DisplayName => Name;

    /// <summary>Asks the provider whose token it is and for which application it was issued.</summary>
    /// <returns>
    /// The identity, or <see cref="Fault.InvalidExternalToken"/> (refused, expired, another application's) or
    /// <see cref="Fault.ProviderUnavailable"/>.
    /// </returns>
    Task<Outcome<ExternalIdentity>> VerifyAsync(string accessToken, CancellationToken cancellationToken);
}
