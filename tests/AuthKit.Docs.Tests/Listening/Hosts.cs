using AuthKit.Contracts;
using AuthKit.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests.Listening;

/// <summary>Hosts that listen, and raise.</summary>
internal static class Hosts
{
    public static void Listening(WebApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddAuthKit(o => o.Issuer = "https://app.example")
            .AddContract<LaravelContract>()
            .UseSqlite(connectionString)
            .On<SignedIn>((signedIn, services, cancellationToken) =>
                services.GetRequiredService<Visits>().CountAsync(signedIn.UserId, signedIn.KnownDevice, cancellationToken))
            .On<AuthEvent>((raised, services, cancellationToken) =>
                services.GetRequiredService<AuditTrail>().AppendAsync(raised, cancellationToken));
    }

    public static async Task RaisingAsync(IEvents events, string campaign, Guid userId, FlowContext context, CancellationToken cancellationToken) =>
        await events.RaiseAsync(context, new VoucherRedeemed(campaign) { UserId = userId }, cancellationToken);
}
