using System.Globalization;

namespace AuthKit.Mail;

/// <summary>Words notices to owners (<see cref="NoticeOptions.Word"/>).</summary>
public static class NoticeTexts
{
    /// <summary>In English.</summary>
    public static AuthMail English(OwnerNotice notice) => MailTexts.Notice(notice);

    /// <summary>In Vietnamese.</summary>
    public static AuthMail Vietnamese(OwnerNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var provider = notice.Provider ?? "nhà cung cấp khác";
        return notice.Kind switch
        {
            NoticeKind.PasswordChanged => Of(notice, "Mật khẩu của bạn đã được đổi", "Mật khẩu tài khoản của bạn đã được đổi"),
            NoticeKind.PasswordReset => Of(notice, "Mật khẩu của bạn đã được đặt lại", "Mật khẩu tài khoản của bạn đã được đặt lại bằng một liên kết gửi đến email của bạn"),
            NoticeKind.ExternalLoginLinked => Of(notice, "Một cách đăng nhập mới", $"Từ bây giờ bạn có thể đăng nhập bằng {provider}. Việc này được thiết lập"),
            NoticeKind.PasskeyAdded => Of(notice, "Một khóa truy cập mới", "Một khóa truy cập mở được tài khoản của bạn đã được thêm", "hãy đăng nhập, xóa khóa truy cập đó, rồi đặt lại mật khẩu"),
            NoticeKind.PasskeyRemoved => Of(notice, "Một khóa truy cập đã bị xóa", "Một khóa truy cập đã bị xóa khỏi tài khoản của bạn"),
            NoticeKind.TwoFactorEnabled => Of(notice, "Xác thực hai yếu tố đã bật", "Một ứng dụng xác thực đã được đặt làm yếu tố thứ hai của tài khoản"),
            NoticeKind.TwoFactorDisabled => Of(notice, "Xác thực hai yếu tố đã tắt", "Ứng dụng xác thực không còn là yếu tố thứ hai của tài khoản"),
            NoticeKind.RecoveryCodeUsed => Of(notice, "Một mã khôi phục đã được dùng", "Một mã khôi phục của tài khoản đã được dùng thay cho ứng dụng xác thực"),
            NoticeKind.ApiKeyCreated => Of(notice, "Một khóa API mới", "Một khóa cho phép chương trình hành động thay tài khoản của bạn đã được tạo", "hãy thu hồi khóa đó, rồi đặt lại mật khẩu"),
            NoticeKind.ApiKeyRotated => Of(notice, "Một khóa API có bí mật mới", "Một khóa API của tài khoản đã được cấp bí mật mới", "hãy thu hồi khóa đó, rồi đặt lại mật khẩu"),
            NoticeKind.NewDevice => Of(notice, "Đăng nhập mới vào tài khoản của bạn", $"Có người đăng nhập vào tài khoản của bạn từ một thiết bị mới ({notice.Device ?? "chương trình không có tên"}, từ {notice.Address ?? "địa chỉ không rõ"})"),
            _ => Of(notice, "Một cách đăng nhập đã bị gỡ", $"Bạn không thể đăng nhập bằng {provider} nữa. Việc này được thực hiện"),
        };
    }

    private static AuthMail Of(OwnerNotice notice, string subject, string what, string advice = "hãy đặt lại mật khẩu ngay") => new(notice.To, subject, $"""
        {what} lúc {notice.Time.ToUniversalTime().ToString("HH:mm 'UTC ngày' d/M/yyyy", CultureInfo.InvariantCulture)}.

        Nếu là bạn, bạn không cần làm gì.

        Nếu không phải bạn, {advice}: người đã làm việc này sẽ bị đăng xuất.
        """);
}
