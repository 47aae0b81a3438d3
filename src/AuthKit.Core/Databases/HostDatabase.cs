namespace AuthKit.Databases;

/// <summary>A home database that the host has, in place of <see cref="AuthKitOptions.Database"/>.</summary>
internal sealed record HostDatabase(Func<IServiceProvider, IDatabase> Open);
