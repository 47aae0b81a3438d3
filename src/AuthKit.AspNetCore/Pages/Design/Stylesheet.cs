using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Pages.Design;

/// <summary>The one style sheet. It stands in the page and is allowed there by its hash, so that pages load nothing.</summary>
internal static class Stylesheet
{
    public static Markup Text { get; } = Markup.Verbatim(
        """
        :root{color-scheme:light dark;--page:#f3f4f6;--card:#fff;--text:#1a1d23;--quiet:#545b68;--line:#d5d9e0;--edge:#7c8492;--accent:#1d4ed8;--over:#1e40af;--on:#fff;--bad:#b3151f;--bad-page:#fdf1f1;--tint:#f6f7f9}
        @media(prefers-color-scheme:dark){:root{--page:#101216;--card:#1a1d23;--text:#eceef2;--quiet:#a8b0be;--line:#343a46;--edge:#7f8796;--accent:#8ab4ff;--over:#adcaff;--on:#0b1630;--bad:#ff9a9a;--bad-page:#331a1d;--tint:#22262e}}
        *,::before,::after{box-sizing:border-box}
        html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
        body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:1.5rem 1rem;background:var(--page);color:var(--text)}
        main{width:100%;max-width:26rem;padding:2.25rem 2rem;background:var(--card);border:1px solid var(--line);border-radius:1rem;box-shadow:0 1px 2px #0000000d,0 8px 24px #0000000f;overflow-wrap:anywhere}
        .product{margin:0 0 1.25rem;color:var(--quiet);font-size:.9375rem;font-weight:600}
        h1{margin:0;font-size:1.5rem;line-height:1.25;font-weight:650;letter-spacing:-.011em;text-wrap:balance}
        p{margin:.5rem 0 0}
        ul{margin:.5rem 0 0;padding-inline-start:1.25rem}
        iframe{position:absolute;border:0}
        .quiet{color:var(--quiet)}
        main.wide{max-width:36rem}
        h2{margin:0;font-size:1.125rem;line-height:1.35;font-weight:650;text-wrap:balance}
        .part{margin-top:2rem;padding-top:1.5rem;border-top:1px solid var(--line)}
        .part form{margin-top:.75rem}
        .facts{margin:1.25rem 0 0}
        .facts div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.5rem 0}
        .facts div+div{border-top:1px solid var(--line)}
        dt{flex:1 1 9rem;color:var(--quiet);font-size:.9375rem}
        dd{flex:2 1 14rem;margin:0}
        .rows{margin-top:1.25rem;padding:0;list-style:none;border:1px solid var(--line);border-radius:.625rem}
        .rows>li{padding:.75rem .875rem}
        .rows>li+li{border-top:1px solid var(--line)}
        .rows p{margin:0}
        .rows .quiet{font-size:.9375rem}
        .title{font-weight:550}
        .parts a{display:block;margin:-.75rem -.875rem;padding:.75rem .875rem;color:inherit;text-decoration:none}
        .parts a:hover{background:var(--tint)}
        .parts .title{color:var(--accent);text-decoration:underline;text-underline-offset:.15em}
        .rows form{margin-top:.5rem}
        .rows .buttons{margin-top:.75rem}
        details form{margin:.25rem 0 .75rem}
        summary{display:flex;align-items:center;gap:.375rem;min-height:2.75rem;width:fit-content;color:var(--accent);font-size:.9375rem;font-weight:550;cursor:pointer}
        summary::before{content:"\25B8"/""}
        [open]>summary::before{content:"\25BE"/""}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .secret{margin-top:1.25rem;padding:.875rem 1rem;border:1px solid var(--line);border-radius:.625rem;background:var(--tint)}
        .secret p{margin:0;font-size:.9375rem}
        .secret ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.25rem .75rem;padding:0;list-style:none}
        .secret li:only-child{grid-column:1/-1}
        .image{text-align:center}
        .image img{width:min(14rem,100%);border-radius:.5rem}
        .status{margin-top:1.25rem;padding:.75rem 1rem;border:1px solid var(--accent);border-radius:.5rem;background:var(--tint);font-size:.9375rem}
        .status p{margin:0}
        .choice{display:flex;gap:.625rem;align-items:flex-start;margin-top:1.125rem}
        .choice input{flex:none;width:1.25rem;min-height:1.25rem;height:1.25rem;margin:.125rem 0 0;accent-color:var(--accent)}
        .choice label{font-weight:400}
        [hidden]{display:none}
        form{margin-top:1.5rem}
        label{display:block;font-size:.9375rem;font-weight:550}
        label .quiet{font-weight:400}
        .field{margin-top:1.125rem}
        input{width:100%;min-height:2.75rem;margin-top:.375rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.5rem}
        input[aria-invalid]{border-color:var(--bad);box-shadow:0 0 0 1px var(--bad)}
        input.code{font:600 1.375rem/1.4 ui-monospace,"Cascadia Mono",Menlo,monospace;letter-spacing:.12em;text-align:center;text-transform:uppercase}
        .error{margin:.375rem 0 0;color:var(--bad);font-size:.9375rem}
        .alert{margin-top:1.25rem;padding:.75rem 1rem;color:var(--bad);background:var(--bad-page);border:1px solid;border-radius:.5rem;font-size:.9375rem}
        .alert p{margin:0}
        .alert ul{margin:.25rem 0 0;padding-inline-start:1.125rem}
        .alert a{color:inherit}
        button{width:100%;min-height:2.75rem;padding:.5rem 1rem;font:inherit;font-weight:600;border:1px solid var(--accent);border-radius:.5rem;background:var(--accent);color:var(--on);cursor:pointer}
        button:hover{background:var(--over);border-color:var(--over)}
        button.second{background:transparent;color:var(--text);border-color:var(--edge)}
        button.second:hover{background:var(--tint)}
        .buttons{display:grid;gap:.75rem;margin-top:1.75rem}
        a{color:var(--accent);text-underline-offset:.15em}
        a:hover{color:var(--over)}
        .links{margin-top:1rem;padding-top:.5rem;border-top:1px solid var(--line);font-size:.9375rem;color:var(--quiet)}
        .links+.links{margin-top:0;padding-top:0;border-top:0}
        .links p{display:flex;flex-wrap:wrap;gap:0 .5rem;align-items:center;margin:0}
        .links a{display:inline-flex;align-items:center;min-height:2.75rem;font-weight:550}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .scopes{margin:.75rem 0 0;padding:0;list-style:none;border:1px solid var(--line);border-radius:.625rem;background:var(--tint)}
        .scopes li{display:flex;gap:.75rem;padding:.625rem .875rem}
        .scopes li+li{border-top:1px solid var(--line)}
        .scopes li::before{content:"\2713"/"";color:var(--accent);font-weight:700}
        .account{display:flex;gap:.625rem;align-items:center;margin-top:1rem;padding:.5rem .875rem;border:1px solid var(--line);border-radius:2rem;font-size:.9375rem}
        .account::before{content:"";flex:none;width:.625rem;height:.625rem;border-radius:50%;background:var(--accent)}
        .note{margin-top:1.25rem;padding-inline-start:.875rem;border-inline-start:3px solid var(--accent);font-size:.9375rem}
        .detail{margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.875rem}
        code{font:.9375em/1.5 ui-monospace,"Cascadia Mono",Menlo,monospace}
        @media(max-width:30rem){body{place-items:start center;padding:0;background:var(--card)}main{padding:2rem 1.25rem;border:0;border-radius:0;box-shadow:none}}
        @media(forced-colors:active){main,button{border:1px solid}}
        """);

    /// <summary>The style sheet's source expression (Content Security Policy Level 3 §2.3.1).</summary>
    public static string Hash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ToString())))}'";
}
