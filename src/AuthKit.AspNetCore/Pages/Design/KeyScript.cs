using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Pages.Design;

/// <summary>
/// The script of a page that asks for a key of the browser's (WebAuthn Level 3 §5.1): it has the button with <c>data-key</c> ask for
/// one, or that with <c>data-new</c> have one made, and sends what the key answers with the button's form. With <c>data-offer</c> the browser offers keys in the
/// field for a name as well (§5.1.4, conditional mediation). Without script, or where the browser knows no keys, the button stays hidden. It is allowed by its hash.
/// </summary>
internal static class KeyScript
{
    public static Markup Text { get; } = Markup.Verbatim(
        "(async()=>{" +
        "const button=document.querySelector('[data-key],[data-new]'),form=button.form,keys=window.PublicKeyCredential;" +
        "if(!keys||!keys.parseRequestOptionsFromJSON)return;" +
        "const failed=form.querySelector('[data-failed]'),without=form.querySelector('[data-without]'),data=button.dataset;" +
        "let offer=new AbortController();" +
        "const ask=async more=>{" +
        "const key='new'in data" +
        "?await navigator.credentials.create({publicKey:keys.parseCreationOptionsFromJSON(JSON.parse(data.new))})" +
        ":await navigator.credentials.get({publicKey:keys.parseRequestOptionsFromJSON(JSON.parse(data.key)),...more});" +
        "form.elements.credential.value=JSON.stringify(key.toJSON());form.submit()};" +
        "const offers='offer'in data&&keys.isConditionalMediationAvailable&&await keys.isConditionalMediationAvailable();" +
        "const begin=()=>{offer=new AbortController();if(offers)ask({mediation:'conditional',signal:offer.signal}).catch(()=>{})};" +
        "if(without)without.hidden=true;" +
        "button.hidden=false;" +
        "button.addEventListener('click',event=>{event.preventDefault();failed.hidden=true;offer.abort();ask({}).catch(()=>{failed.hidden=false;begin()})});" +
        "begin()" +
        "})()");

    /// <summary>What <c>script-src</c> allows it by.</summary>
    public static string Hash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ToString())))}'";
}
