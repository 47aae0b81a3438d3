using System.Globalization;
using AuthKit.Mail;

namespace AuthKit.Features.MyData;

/// <summary>Words the mails about the deletion of accounts; in English, unless something else is put in their place.</summary>
public sealed record MyDataTexts
{
    /// <summary>In Vietnamese.</summary>
    public static MyDataTexts Vietnamese { get; } = new() { Deletion = InVietnamese };

    /// <summary>Tells an account's owner until when the link takes its deletion back, from the address, the link and the time.</summary>
    public Func<string, Uri, DateTimeOffset, AuthMail> Deletion { get; init; } = InEnglish;

    private static AuthMail InEnglish(string to, Uri link, DateTimeOffset until) => new(to, "Your account is going to be deleted", $"""
        You, or somebody who was signed in as you, asked to delete your account. It is shut, and on {TimeOf(until, "d MMMM yyyy 'at' HH:mm 'UTC'")} it is erased with
        everything that belongs to it.

        If that is what you want, there is nothing to do.

        If you want to keep your account, open this link before then:

        {link.AbsoluteUri}

        If it was not you, open it, and then choose a new password: whoever it was is signed out already.
        """);

    private static AuthMail InVietnamese(string to, Uri link, DateTimeOffset until) => new(to, "Tài khoản của bạn sẽ bị xóa", $"""
        Bạn, hoặc ai đó đã đăng nhập với tài khoản của bạn, đã yêu cầu xóa tài khoản. Tài khoản đã bị khóa, và vào {TimeOf(until, "HH:mm 'UTC ngày' d/M/yyyy")} tài khoản sẽ
        bị xóa cùng với mọi dữ liệu thuộc về nó.

        Nếu đó là điều bạn muốn, bạn không cần làm gì.

        Nếu bạn muốn giữ tài khoản, hãy mở liên kết sau trước thời điểm đó:

        {link.AbsoluteUri}

        Nếu không phải bạn, hãy mở liên kết, rồi chọn mật khẩu mới: người kia đã bị đăng xuất.
        """);

    private static string TimeOf(DateTimeOffset time, string format) => time.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);
}
