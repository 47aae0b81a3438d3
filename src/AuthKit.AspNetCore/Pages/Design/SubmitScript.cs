using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Pages.Design;

/// <summary>The one script: it sends off the form of the page that it stands in, and is allowed there by its hash.</summary>
internal static class SubmitScript
{
    public static Markup Text { get; } = Markup.Verbatim("document.forms[0].submit()");

    /// <summary>What <c>script-src</c> allows it by.</summary>
    public static string Hash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ToString())))}'";
}
