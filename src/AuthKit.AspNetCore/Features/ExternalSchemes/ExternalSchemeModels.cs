using AuthKit.External;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>The providers that people sign in through.</summary>
internal sealed record ExternalProviderList(IReadOnlyList<ExternalProviderModel> Providers)
{
    public static ExternalProviderList Of(KnownScheme[] schemes) => new([.. schemes.Select(static scheme => new ExternalProviderModel(scheme.Provider, scheme.DisplayName))]);
}

/// <summary>A provider that people sign in through.</summary>
internal sealed record ExternalProviderModel(string Provider, string DisplayName);

/// <summary>The identities that sign in to an account.</summary>
internal sealed record ExternalLoginList(IReadOnlyList<ExternalLoginModel> Logins)
{
    public static ExternalLoginList Of(ExternalLoginRecord[] logins, KnownSchemes known) => new([.. logins.Select(login => ExternalLoginModel.Of(login, known))]);
}

/// <summary>An identity that signs in to an account.</summary>
internal sealed record ExternalLoginModel(string Provider, string DisplayName, string Subject, DateTimeOffset AddedAt)
{
    public static ExternalLoginModel Of(ExternalLoginRecord login, KnownSchemes known) => new(login.Provider, known.Find(login.Provider) ?? login.Provider, login.Subject, login.CreatedAt);
}
