using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Features.Webhooks;

/// <summary>Signs messages (Standard Webhooks, "Signature scheme", symmetric).</summary>
internal static class WebhookSecret
{
    public const string Prefix = "whsec_";
    public const int MinBytes = 24;
    public const int MaxBytes = 64;

    private const string Version = "v1";

    /// <summary>The key; null where the text is none.</summary>
    public static byte[]? KeyOf(string? secret)
    {
        if (secret is null || !secret.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length is >= MinBytes and <= MaxBytes ? key[..length] : null;
    }

    /// <summary>The header <c>webhook-signature</c>: a signature by each of the endpoint's secrets.</summary>
    public static string Sign(WebhookEndpoint endpoint, string id, long timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', new[] { endpoint.Secret, endpoint.FormerSecret }.Select(KeyOf).OfType<byte[]>().Select(key => $"{Version},{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }
}
