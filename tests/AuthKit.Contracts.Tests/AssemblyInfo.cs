// Every test has a host and databases of its own, but for those that may share one, see SharedHost.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: Parallelizable(ParallelScope.All)]

// More than processors: most of a test's time is waiting for a server, a limit of time or another test.
[assembly: LevelOfParallelism(6)]
