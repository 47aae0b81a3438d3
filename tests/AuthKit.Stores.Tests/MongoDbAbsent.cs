using NUnit.Framework;

namespace AuthKit.Stores.Tests;

/// <summary>Stands where the fixtures in <c>MongoDb</c> would.</summary>
public sealed class MongoDbAbsent
{
    [Test]
    public void MongoDb_is_tested_in_another_dependency_set() =>
        Assert.Ignore("AuthKit.MongoDb is built in the dependency set 'current' alone: -p:DependencySet=current.");
}
