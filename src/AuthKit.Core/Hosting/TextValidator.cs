using System.Text;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>
/// Refuses to start where the runtime has no Unicode data: names would be compared as they are written, so that accounts are not
/// found again and twins can register.
/// </summary>
internal sealed class TextValidator : IValidateOptions<AuthKitOptions>
{
    private const string FullWidth = "\uFF21";
    private const string Plain = "A";

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options) => IsNormalized()
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("The runtime has no ICU, without which names cannot be compared: install it (on Alpine: apk add icu-libs icu-data-full), and set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT and InvariantGlobalization to false.");

    private static bool IsNormalized()
    {
        try
        {
            return FullWidth.Normalize(NormalizationForm.FormKC) == Plain;
        }
        catch (PlatformNotSupportedException)
        {
            return false;
        }
    }
}
