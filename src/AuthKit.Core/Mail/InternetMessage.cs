using System.Globalization;
using System.Text;

namespace AuthKit.Mail;

/// <summary>A mail as text (RFC 5322), its body as it is, so that a person or a script finds the link in one piece.</summary>
internal static class InternetMessage
{
    // RFC 2047 §2: an encoded word has at most 75 characters; 39 bytes make 52 of Base64 beside the 12 of its frame.
    private const int BytesPerWord = 39;

    public static string Write(AuthMail mail, string from, DateTimeOffset date)
    {
        var text = new StringBuilder();
        Header(text, "From", Address(from));
        Header(text, "To", Address(mail.To));
        Header(text, "Subject", Words(mail.Subject));
        Header(text, "Date", date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(text, "Message-ID", $"<{Guid.NewGuid():N}@{from[(from.LastIndexOf('@') + 1)..].TrimEnd('>')}>");
        Header(text, "MIME-Version", "1.0");
        Header(text, "Content-Type", "text/plain; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", Ascii.IsValid(mail.Text) ? "7bit" : "8bit");
        return text.Append("\r\n").Append(mail.Text.ReplaceLineEndings("\r\n")).Append("\r\n").ToString();
    }

    private static void Header(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>Beyond ASCII as it is (RFC 6532); a line break would make a header of what follows.</summary>
    private static string Address(string address) =>
        address.Any(char.IsControl) ? throw new FormatException("An address has a control character in it.") : address;

    private static string Words(string subject) => Ascii.IsValid(subject) && !subject.Any(char.IsControl) ? subject : string.Join("\r\n ", EncodedWords(subject));

    private static IEnumerable<string> EncodedWords(string subject)
    {
        var word = new List<byte>();
        foreach (var rune in subject.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > BytesPerWord)
            {
                yield return Encoded(word);
                word.Clear();
            }

            word.AddRange(bytes);
        }

        yield return Encoded(word);
    }

    private static string Encoded(List<byte> word) => $"=?utf-8?B?{Convert.ToBase64String([.. word])}?=";
}
