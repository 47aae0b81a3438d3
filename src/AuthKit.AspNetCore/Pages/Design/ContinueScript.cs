using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Pages.Design;

/// <summary>The script of a page with frames: where the page has a link with the id <c>next</c>, it follows it once all frames have loaded, or after four seconds. It is allowed by its hash.</summary>
internal static class ContinueScript
{
    public static Markup Text { get; } = Markup.Verbatim(
        "{const next=document.getElementById('next');" +
        "const loaded=[...document.querySelectorAll('iframe')].map(frame=>new Promise(done=>frame.addEventListener('load',done)));" +
        "const late=new Promise(done=>setTimeout(done,4000));" +
        "if(next)Promise.race([Promise.all(loaded),late]).then(()=>location.replace(next.href))}");

    /// <summary>What <c>script-src</c> allows it by.</summary>
    public static string Hash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ToString())))}'";
}
