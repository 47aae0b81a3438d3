using AuthKit.Mail;

namespace AuthKit.Features.MailedCodes;

internal static class VietnameseCodeMails
{
    public static AuthMail SignIn(string to, string code, Uri link) => new(to, $"{code} là mã đăng nhập của bạn", $"""
        Mã đăng nhập của bạn là:

        {code}

        Hãy nhập mã ở nơi bạn đã yêu cầu, hoặc mở liên kết sau bằng cùng trình duyệt đó:

        {link.AbsoluteUri}

        Mã chỉ dùng được một lần và không lâu. Không ai được hỏi bạn mã này: đừng đưa cho bất kỳ ai. Nếu bạn không yêu cầu mã,
        hãy bỏ qua thư này; không có mã thì không ai vào được.
        """);

    public static AuthMail Register(string to, string code, Uri link) => new(to, $"{code} là mã tạo tài khoản của bạn", $"""
        Có người, hy vọng là bạn, muốn tạo tài khoản với địa chỉ này. Mã để tạo tài khoản là:

        {code}

        Hãy nhập mã ở nơi bạn đã yêu cầu, hoặc mở liên kết sau bằng cùng trình duyệt đó:

        {link.AbsoluteUri}

        Mã chỉ dùng được một lần và không lâu. Đừng đưa mã cho bất kỳ ai. Nếu bạn không yêu cầu mã, hãy bỏ qua thư này; không có
        tài khoản nào được tạo.
        """);

    public static AuthMail Unknown(string to) => new(to, "Bạn không có tài khoản với địa chỉ này", """
        Có người, hy vọng là bạn, đã yêu cầu mã đăng nhập cho địa chỉ này, vốn không có tài khoản.

        Nếu là bạn, hãy thử địa chỉ mà bạn đã đăng ký. Nếu không phải bạn, hãy bỏ qua thư này.
        """);

    public static AuthMail DropsPassword(AuthMail mail) => mail with
    {
        Text = $"{mail.Text}\n\nChưa ai xác nhận địa chỉ này. Đăng nhập bằng mã sẽ xác nhận địa chỉ và xóa mật khẩu đã đặt trước đó, phòng trường hợp người khác đã đặt mật khẩu ấy.",
    };
}
