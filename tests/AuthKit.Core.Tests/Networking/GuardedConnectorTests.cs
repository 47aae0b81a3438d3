using System.Net;
using System.Net.Sockets;
using AuthKit.Networking;

namespace AuthKit.Core.Tests.Networking;

/// <summary>Server-side request forgery: what a stranger names leads nowhere that only this server can reach.</summary>
public sealed class GuardedConnectorTests
{
    [TestCase("127.0.0.1")]
    [TestCase("10.1.2.3")]
    [TestCase("192.168.0.1")]
    [TestCase("169.254.169.254")]
    [TestCase("100.100.100.200")]
    [TestCase("::1")]
    [TestCase("[::1]")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:169.254.169.254")]
    [TestCase("64:ff9b::7f00:1")]
    [TestCase("fd00:ec2::254")]
    [TestCase("2130706433")]
    [TestCase("0x7f.1")]
    [TestCase("0177.0.0.1")]
    [TestCase("0.0.0.0")]
    public async Task No_address_of_its_own_network(string host) =>
        await Assert.ThrowsAsync<RefusedAddressException>(async () => await ConnectAsync(new StandInResolver(), host));

    [TestCase("127.0.0.1")]
    [TestCase("169.254.169.254")]
    [TestCase("8.8.8.8 10.0.0.1", Description = "one of several")]
    [TestCase("::ffff:10.0.0.1")]
    public async Task No_name_that_has_one(string addresses) =>
        await Assert.ThrowsAsync<RefusedAddressException>(async () => await ConnectAsync(new StandInResolver().Answer("client.example", addresses), "client.example"));

    [Test]
    public async Task No_name_that_nobody_has() =>
        await Assert.ThrowsAsync<RefusedAddressException>(async () => await ConnectAsync(new StandInResolver(), "client.example"));

    [TestCase("169.254.169.254")]
    [TestCase("fd00:ec2::254")]
    [TestCase("0.0.0.0")]
    public async Task Metadata_of_clouds_not_even_where_private_addresses_are_allowed(string host) =>
        await Assert.ThrowsAsync<RefusedAddressException>(async () => await ConnectAsync(new StandInResolver(), host, allowPrivate: true));

    [Test]
    public async Task A_name_is_looked_up_once_and_what_was_checked_is_connected_to()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var resolver = new StandInResolver().Answer("client.example", "127.0.0.1", "169.254.169.254");

        await using var stream = await new GuardedConnector(resolver, allowPrivate: true).ConnectAsync(new("client.example", ((IPEndPoint)listener.LocalEndpoint).Port), CancellationToken.None);

        Assert.That((((NetworkStream)stream).Socket.RemoteEndPoint as IPEndPoint)?.Address.MapToIPv4(), Is.EqualTo(IPAddress.Loopback));
        Assert.That(resolver.Asked, Is.EqualTo(1));
    }

    private static ValueTask<Stream> ConnectAsync(IHostResolver resolver, string host, bool allowPrivate = false) =>
        new GuardedConnector(resolver, allowPrivate).ConnectAsync(new(host, 443), CancellationToken.None);
}
