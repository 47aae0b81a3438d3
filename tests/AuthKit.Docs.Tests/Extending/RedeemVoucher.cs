namespace AuthKit.Docs.Tests.Extending;

public sealed record RedeemVoucher(string? AccessToken, string? Code) : Command;

public sealed record Voucher(int Cents);

public sealed class RedeemVoucherFlow(Vouchers vouchers, IServiceProvider services) : IFlow<RedeemVoucher, Voucher>
{
    private static readonly Fault Unknown = new("unknown_voucher", like: Fault.NotFound, "There is no such voucher, or it has been redeemed.");

    public async Task<Outcome<Voucher>> RunAsync(RedeemVoucher command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await Flows.GetProfile.RunAsync(services, new(command.AccessToken), context, cancellationToken)).Succeeded(out _, out var failure))
            return failure;
        if (string.IsNullOrEmpty(command.Code))
            return Failure.Of("code", Rule.Required);
        return vouchers.TryTake(command.Code, out var cents) ? new Voucher(cents) : Unknown;
    }
}

public static class VoucherFlows
{
    public static Flow<RedeemVoucher, Voucher> Redeem { get; } = Flow<RedeemVoucher, Voucher>.Of<RedeemVoucherFlow>(takesCredentials: true);
}
