using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authentication;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Settings that the handlers of OAuth and OpenID Connect have in common, and no type that they share has.</summary>
internal static class HandlerSettings
{
    /// <summary>A setting's value; null where the handler has no such setting.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What is trimmed away is used by nobody, and so has its default.")]
    public static object? Find(RemoteAuthenticationOptions options, string name) => options.GetType().GetProperty(name)?.GetValue(options);
}
