using AuthKit.Databases;

namespace AuthKit.Users;

/// <summary>Accounts in a table of the host's own.</summary>
internal sealed record HostUsers(IUserStore Users) : ReplacedPort(typeof(IUserStore), Users);
