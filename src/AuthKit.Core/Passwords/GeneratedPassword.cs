using System.Security.Cryptography;

namespace AuthKit.Passwords;

/// <summary>A password that no person chose: over 128 bits, in characters that are not mistaken for one another.</summary>
internal static class GeneratedPassword
{
    private const int LeastLength = 23;
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string New(PasswordRules rules)
    {
        var password = RandomNumberGenerator.GetString(Letters, Math.Max(LeastLength, rules.MinLength));
        return (rules.RequireDigit, rules.RequireSymbol) switch
        {
            (false, false) => password,
            _ => $"{password}-{RandomNumberGenerator.GetString("23456789", 1)}",
        };
    }
}
