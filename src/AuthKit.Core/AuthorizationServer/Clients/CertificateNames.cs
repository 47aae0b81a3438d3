using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The names in a certificate (RFC 5280 §4.1.2.6 and §4.2.1.6), compared exactly.</summary>
internal static class CertificateNames
{
    private const string AlternativeNames = "2.5.29.17";

    // The choices of GeneralName.
    private const int EmailTag = 1;
    private const int DnsTag = 2;
    private const int UriTag = 6;
    private const int IPTag = 7;

    /// <summary>Whether a certificate has the one name that a client is known by.</summary>
    public static bool Has(this X509Certificate2 certificate, CertificateSubject subject)
    {
        if (!subject.HasOne)
            return false;
        if (subject.DistinguishedName is { Length: > 0 } name)
            return IsSame(certificate.SubjectName, name);
        var names = Alternatives(certificate);
        return subject switch
        {
            { Dns: { Length: > 0 } dns } => names.Any(found => found.Tag == DnsTag && string.Equals(found.Text, dns, StringComparison.OrdinalIgnoreCase)),
            { Uri: { Length: > 0 } uri } => names.Contains((UriTag, uri)),
            { Email: { Length: > 0 } email } => names.Contains((EmailTag, email)),
            { IP: { Length: > 0 } ip } => IPAddress.TryParse(ip, out var address) && names.Contains((IPTag, address.ToString())),
            _ => false,
        };
    }

    // Part by part, so that no text within a part passes for another part; however the text is encoded.
    private static bool IsSame(X500DistinguishedName found, string named)
    {
        try
        {
            var wanted = new X500DistinguishedName(named);
            return Parts(found).SequenceEqual(Parts(wanted));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static IEnumerable<(string?, string?)> Parts(X500DistinguishedName name) =>
        name.EnumerateRelativeDistinguishedNames().Select(part => part.HasMultipleElements ? throw new CryptographicException() : (part.GetSingleElementType().Value, part.GetSingleElementValue()));

    private static List<(int Tag, string Text)> Alternatives(X509Certificate2 certificate)
    {
        List<(int, string)> names = [];
        if (certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == AlternativeNames) is not { } extension)
            return names;
        try
        {
            var reader = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (reader.HasData)
            {
                var tag = reader.PeekTag();
                if (tag.TagClass is TagClass.ContextSpecific && tag.TagValue is EmailTag or DnsTag or UriTag)
                    names.Add((tag.TagValue, reader.ReadCharacterString(UniversalTagNumber.IA5String, tag)));
                else if (tag is { TagClass: TagClass.ContextSpecific, TagValue: IPTag })
                    names.Add((IPTag, new IPAddress(reader.ReadOctetString(tag)).ToString()));
                else
                    reader.ReadEncodedValue();
            }
        }
        catch (Exception e) when (e is AsnContentException or ArgumentException)
        {
            return [];
        }

        return names;
    }
}
