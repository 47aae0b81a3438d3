using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Tokens;

/// <summary>An ES256 key of the ring: always able to verify, able to sign where this node could unprotect it.</summary>
internal sealed class SigningKey
{
    private SigningKey(KeyRecord record, ECDsaSecurityKey publicKey, SigningCredentials? credentials) =>
        (Record, PublicKey, Credentials) = (record, publicKey, credentials);

    public KeyRecord Record { get; }

    public ECDsaSecurityKey PublicKey { get; }

    public SigningCredentials? Credentials { get; }

    public static KeyRecord Generate(IKeyProtector protector, int generation, DateTimeOffset activatesAt, DateTimeOffset retiresAt, DateTimeOffset expiresAt)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pkcs8 = key.ExportPkcs8PrivateKey();
        try
        {
            return new()
            {
                Id = Guid.CreateVersion7(activatesAt),
                Use = KeyUse.Es256,
                Generation = generation,
                PublicKey = key.ExportSubjectPublicKeyInfo(),
                ProtectedKey = protector.Protect(pkcs8),
                ActivatesAt = activatesAt,
                RetiresAt = retiresAt,
                ExpiresAt = expiresAt,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    public static SigningKey From(KeyRecord record, IKeyProtector protector)
    {
        var kid = record.Id.ToString("N");
        var publicKey = ECDsa.Create();
        publicKey.ImportSubjectPublicKeyInfo(record.PublicKey, out _);
        var verifying = new ECDsaSecurityKey(publicKey) { KeyId = kid };
        if (!protector.TryUnprotect(record.ProtectedKey, out var pkcs8))
            return new(record, verifying, null);
        var privateKey = ECDsa.Create();
        privateKey.ImportPkcs8PrivateKey(pkcs8, out _);
        CryptographicOperations.ZeroMemory(pkcs8);
        return new(record, verifying, new(new ECDsaSecurityKey(privateKey) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256));
    }
}
