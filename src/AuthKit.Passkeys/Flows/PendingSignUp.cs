using System.Text.Json;
using System.Text.Json.Serialization;
using AuthKit.Features;
using AuthKit.Users;

namespace AuthKit.Passkeys;

/// <summary>The account that a challenge was asked for, as it waits for its passkey.</summary>
internal sealed record PendingSignUp(Guid Id, string Email, string? UserName, string? FullName)
{
    public static byte[] Write(NewAccount account) =>
        JsonSerializer.SerializeToUtf8Bytes(new(account.Id, account.Email!, account.UserName, account.Profile.Name), PendingSignUpJson.Default.PendingSignUp);

    public static NewAccount Read(byte[] data)
    {
        var kept = JsonSerializer.Deserialize(data, PendingSignUpJson.Default.PendingSignUp)!;
        return new(kept.Id, kept.Email) { UserName = kept.UserName, Profile = new UserProfile { Name = kept.FullName } };
    }
}

[JsonSerializable(typeof(PendingSignUp))]
internal sealed partial class PendingSignUpJson : JsonSerializerContext;
