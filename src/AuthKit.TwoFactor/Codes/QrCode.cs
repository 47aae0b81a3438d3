using System.Drawing;
using QRCoder;

namespace AuthKit.TwoFactor.Codes;

/// <summary>QR codes as SVG: a rectangle and a path, no script, in black on white whatever the page's colours, because many apps read no other.</summary>
internal static class QrCode
{
    private static readonly Size Module = new(1, 1);

    public static string SvgOf(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(Module, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute).ReplaceLineEndings("");
    }
}
