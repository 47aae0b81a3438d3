using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>What pushed requests were answered: once each, and the same again to a browser that clicks twice or loads the page anew (RFC 9126 §4).</summary>
internal sealed class PushedAnswers(HomeDatabase home, OneTimeSecrets secrets, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private const int TagBytes = 16;

    /// <param name="SessionId">The browser that was answered; no other is.</param>
    /// <param name="Code">The code, encrypted so that the request's address alone opens it: no database gives it away. Null for a refusal.</param>
    private sealed record Kept(Guid SessionId, byte[]? Code);

    /// <summary>Answers a request with a code, or with a refusal where that is null. The store's primary key decides which of several answers counts.</summary>
    /// <returns>The answer that counts for this browser; null where another was answered.</returns>
    public async Task<PushedAnswer?> AddAsync(PushedReference request, BrowserSession browser, OpaqueToken? code, CancellationToken cancellationToken)
    {
        var database = await home.GetAsync(cancellationToken);
        var answer = new NewGrant(GrantKind.PushedRequest, GrantKey.Of(Of(request)), request.Grant.ExpiresAt)
        {
            ClientId = request.Grant.ClientId,
            Data = GrantData.Write(new Kept(browser.SessionId, code is null ? null : Seal(request, code))),
        };
        var added = await secrets.AddAsync(database, answer, cancellationToken);
        await secrets.ConsumeAsync(database, request.Grant, cancellationToken);
        return added ? new(code, time.GetUtcNow() + options.Value.OAuth.CodeLifetime) : await FindAsync(request, browser, cancellationToken);
    }

    /// <summary>What a browser was answered; null where it was another, or as long ago as a code lasts.</summary>
    public async Task<PushedAnswer?> FindAsync(PushedReference request, BrowserSession browser, CancellationToken cancellationToken)
    {
        if (await secrets.FindOpenAsync(await home.GetAsync(cancellationToken), GrantKind.PushedRequest, GrantKey.Of(Of(request)), cancellationToken) is not { } grant)
            return null;
        var (kept, until) = (GrantData.Read<Kept>(grant), grant.CreatedAt + options.Value.OAuth.CodeLifetime);
        return kept.SessionId == browser.SessionId && time.GetUtcNow() < until ? new(kept.Code is null ? null : Open(request, kept.Code), until) : null;
    }

    private static OpaqueToken Of(PushedReference request)
    {
        var derived = Derive(request, "AuthKit answer to a pushed request", OpaqueToken.HandleBytes + TokenSecret.Bytes);
        return new(Tenant.Home, derived[..OpaqueToken.HandleBytes], derived[OpaqueToken.HandleBytes..]);
    }

    // The key is good for one text, so that the nonce may be fixed.
    private static byte[] Seal(PushedReference request, OpaqueToken code)
    {
        var text = Encoding.ASCII.GetBytes(code.Encode());
        var sealedText = new byte[text.Length + TagBytes];
        using var cipher = Cipher(request);
        cipher.Encrypt(new byte[AesGcm.NonceByteSizes.MaxSize], text, sealedText.AsSpan(0, text.Length), sealedText.AsSpan(text.Length));
        return sealedText;
    }

    private static OpaqueToken? Open(PushedReference request, byte[] sealedText)
    {
        var text = new byte[sealedText.Length - TagBytes];
        using var cipher = Cipher(request);
        cipher.Decrypt(new byte[AesGcm.NonceByteSizes.MaxSize], sealedText.AsSpan(0, text.Length), sealedText.AsSpan(text.Length), text);
        return OpaqueToken.TryParse(Encoding.ASCII.GetString(text), out var code) ? code : null;
    }

    private static AesGcm Cipher(PushedReference request) => new(Derive(request, "AuthKit code of a pushed request", 32), TagBytes);

    // HKDF-SHA256 (RFC 5869) of the secret in the request's address, of which the database has the hash alone.
    private static byte[] Derive(PushedReference request, string purpose, int bytes) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, request.Token.Secret, bytes, request.Token.Handle, Encoding.ASCII.GetBytes(purpose));
}

/// <summary>What a pushed request was answered.</summary>
/// <param name="Code">The code; null for a refusal.</param>
/// <param name="Until">When the code ends.</param>
internal sealed record PushedAnswer(OpaqueToken? Code, DateTimeOffset Until);
