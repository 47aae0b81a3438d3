using NUnit.Framework;

namespace AuthKit.Stores.Tests.Servers;

[TestFixtureSource(typeof(Engines), nameof(Engines.Restartable))]
public sealed class ServerOutages<TEngine> : OutageKit<TEngine> where TEngine : TestEngine, IRestartable, new();
