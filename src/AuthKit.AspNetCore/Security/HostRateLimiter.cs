using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>The host's own limiter, in place of AuthKit's counts per address.</summary>
internal sealed record HostRateLimiter(PartitionedRateLimiter<HttpContext> Limiter);
