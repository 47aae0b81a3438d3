using AuthKit.Tokens;

namespace AuthKit.Grants;

/// <summary>What finds a grant, and the hash of what proves a right to it.</summary>
internal readonly record struct GrantKey(byte[] Handle, byte[] SecretHash)
{
    /// <summary>That of a token's two halves.</summary>
    public static GrantKey Of(OpaqueToken token) => new(token.Handle, TokenSecret.Hash(token.Secret));

    /// <summary>Both from one digest, where the secret is all that its holder has.</summary>
    public static GrantKey Of(byte[] digest) => new(digest[..OpaqueToken.HandleBytes], digest);
}
