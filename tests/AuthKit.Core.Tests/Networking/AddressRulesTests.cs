using System.Net;
using AuthKit.Networking;

namespace AuthKit.Core.Tests.Networking;

public sealed class AddressRulesTests
{
    [TestCase("8.8.8.8")]
    [TestCase("9.255.255.255")]
    [TestCase("11.0.0.0")]
    [TestCase("100.63.255.255")]
    [TestCase("100.128.0.0")]
    [TestCase("126.255.255.255")]
    [TestCase("128.0.0.0")]
    [TestCase("172.15.255.255")]
    [TestCase("172.32.0.0")]
    [TestCase("192.167.255.255")]
    [TestCase("192.169.0.0")]
    [TestCase("223.255.255.255")]
    [TestCase("2606:4700:4700::1111")]
    [TestCase("::ffff:8.8.8.8", Description = "IPv4-mapped")]
    [TestCase("64:ff9b::8.8.8.8", Description = "NAT64")]
    public void A_public_address_is_allowed(string address) =>
        Assert.That(AddressRules.Allow(IPAddress.Parse(address), allowPrivate: false), Is.True);

    [TestCase("10.0.0.1", Description = "private")]
    [TestCase("10.255.255.255")]
    [TestCase("172.16.0.0")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("127.0.0.1", Description = "loopback")]
    [TestCase("127.255.255.254")]
    [TestCase("100.64.0.0", Description = "carrier-grade NAT")]
    [TestCase("100.127.255.255")]
    [TestCase("::1")]
    [TestCase("fc00::1", Description = "unique local")]
    [TestCase("fdff:ffff::1")]
    [TestCase("::ffff:127.0.0.1", Description = "IPv4-mapped")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("64:ff9b::127.0.0.1", Description = "NAT64")]
    [TestCase("64:ff9b::192.168.0.1")]
    public void A_private_address_is_allowed_where_the_policy_says_so(string address)
    {
        Assert.That(AddressRules.Allow(IPAddress.Parse(address), allowPrivate: false), Is.False);
        Assert.That(AddressRules.Allow(IPAddress.Parse(address), allowPrivate: true), Is.True);
    }

    [TestCase("0.0.0.0", Description = "unspecified")]
    [TestCase("0.1.2.3")]
    [TestCase("::")]
    [TestCase("169.254.169.254", Description = "link-local: metadata")]
    [TestCase("169.254.0.1")]
    [TestCase("fe80::1")]
    [TestCase("fe80::1%3")]
    [TestCase("febf::1")]
    [TestCase("::ffff:169.254.169.254")]
    [TestCase("64:ff9b::169.254.169.254")]
    [TestCase("64:ff9b::0.0.0.0")]
    [TestCase("64:ff9b:1::1", Description = "local NAT64")]
    [TestCase("100.100.100.200", Description = "metadata inside carrier-grade NAT")]
    [TestCase("168.63.129.16", Description = "metadata at a public address")]
    [TestCase("fd00:ec2::254", Description = "metadata inside unique local")]
    [TestCase("fd20:ce::254")]
    [TestCase("224.0.0.1", Description = "multicast")]
    [TestCase("239.255.255.255")]
    [TestCase("ff02::1")]
    [TestCase("240.0.0.1", Description = "reserved")]
    [TestCase("255.255.255.255", Description = "broadcast")]
    [TestCase("192.0.0.192")]
    [TestCase("192.0.2.1", Description = "documentation")]
    [TestCase("198.51.100.1")]
    [TestCase("203.0.113.1")]
    [TestCase("2001:db8::1")]
    [TestCase("3fff::1")]
    [TestCase("198.18.0.1", Description = "benchmarks")]
    [TestCase("::127.0.0.1", Description = "IPv4-compatible")]
    [TestCase("::ffff:0:127.0.0.1", Description = "IPv4-translated")]
    [TestCase("2002:7f00:1::1", Description = "6to4")]
    [TestCase("2001:0:4136:e378:8000:63bf:3fff:fdd2", Description = "Teredo")]
    [TestCase("fec0::1", Description = "site-local")]
    [TestCase("100::1", Description = "discard")]
    [TestCase("5f00::1", Description = "segment routing")]
    public void Some_addresses_are_allowed_by_no_policy(string address) =>
        Assert.That(AddressRules.Allow(IPAddress.Parse(address), allowPrivate: true), Is.False);
}
