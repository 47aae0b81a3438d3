using AuthKit.Mail;

namespace AuthKit.Features.EmailConfirmation;

internal static class VietnameseConfirmationMails
{
    public static AuthMail Confirm(string to, Uri link) => new(to, "Xác nhận địa chỉ email của bạn", $"""
        Có người, hy vọng là bạn, vừa tạo một tài khoản với địa chỉ này.

        Nếu là bạn, hãy mở liên kết sau để xác nhận rằng địa chỉ này là của bạn:

        {link.AbsoluteUri}

        Liên kết chỉ dùng được một lần. Nếu không phải bạn, đừng mở liên kết và hãy bỏ qua thư này: tài khoản sẽ là của người
        khác, với địa chỉ của bạn.
        """);

    public static AuthMail Change(string to, Uri link) => new(to, "Xác nhận địa chỉ email mới của bạn", $"""
        Có người, hy vọng là bạn, muốn dùng địa chỉ này cho tài khoản của họ.

        Nếu là bạn, hãy mở liên kết sau:

        {link.AbsoluteUri}

        Liên kết chỉ dùng được một lần. Nếu không phải bạn, hãy bỏ qua thư này: không có gì thay đổi.
        """);

    public static AuthMail Changed(string to, Uri? undo) => new(to, "Địa chỉ email của tài khoản đã được thay đổi", $"""
        Từ bây giờ tài khoản của bạn có địa chỉ email khác. Đây là thư cuối cùng về việc này gửi đến địa chỉ này.

        Nếu là bạn, bạn không cần làm gì.

        {(undo is null ? "Nếu không phải bạn, hãy báo ngay cho những người điều hành dịch vụ." : $"""
        Nếu không phải bạn, hãy mở liên kết sau. Tài khoản sẽ có lại địa chỉ này, mọi người đều bị đăng xuất, và bạn sẽ chọn
        một mật khẩu mới:

        {undo.AbsoluteUri}
        """)}
        """);

    public static AuthMail Existing(string to, Uri link) => new(to, "Bạn đã có tài khoản", $"""
        Có người, hy vọng là bạn, vừa đăng ký với địa chỉ này, vốn đã có tài khoản. Không có gì thay đổi.

        Nếu là bạn, hãy đăng nhập như trước. Nếu bạn không biết mật khẩu, hãy chọn mật khẩu mới bằng liên kết sau; liên kết chỉ
        dùng được một lần và không lâu:

        {link.AbsoluteUri}

        Nếu không phải bạn, hãy bỏ qua thư này.
        """);

    public static AuthMail Occupied(string to) => new(to, "Có người muốn dùng địa chỉ email của bạn", """
        Có người đã đăng nhập vào một tài khoản khác và muốn dùng địa chỉ này cho tài khoản đó. Bạn đã có một tài khoản với địa
        chỉ này, nên không có gì thay đổi.

        Nếu là bạn, trước tiên hãy đổi địa chỉ của tài khoản này. Nếu không phải bạn, hãy bỏ qua thư này.
        """);
}
