using Microsoft.Extensions.Options;

namespace AuthKit.Import.ForeignHashes;

/// <summary>Refuses to start with parameters under which no hash would verify.</summary>
internal sealed class ForeignHashValidator(ForeignHashOptions hashes) : IValidateOptions<AuthKitOptions>
{
    private const int LeastBcryptCost = 4;
    private const int MostBcryptCost = 20;

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Errors()];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Errors()
    {
        if (hashes.MaxBcryptCost is < LeastBcryptCost or > MostBcryptCost)
            yield return $"AddForeignPasswordHashes: MaxBcryptCost is {LeastBcryptCost} to {MostBcryptCost}.";
        if (hashes.Firebase is not { } firebase)
            yield break;
        if (Base64.Read(firebase.SignerKey) is not { Length: > 0 } || Base64.Read(firebase.SaltSeparator) is null)
            yield return "AddForeignPasswordHashes: Firebase.SignerKey and Firebase.SaltSeparator are base64, as the Firebase console shows them.";
        if (!ScryptBounds.AllowParameters(firebase.MemoryCost, firebase.Rounds, 1))
            yield return "AddForeignPasswordHashes: Firebase.Rounds and Firebase.MemoryCost are those of the Firebase console; 8 and 14 are usual, and they may not ask for more than 128 MiB.";
    }
}
