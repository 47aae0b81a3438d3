// Every test has a host and databases of its own, but for those that may share one, see SharedHost.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[assembly: Parallelizable(ParallelScope.All)]
