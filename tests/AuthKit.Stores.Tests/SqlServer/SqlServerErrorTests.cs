using AuthKit.SqlServer;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.SqlServer;

public sealed class SqlServerErrorTests
{
    private readonly SqlServerDialect _dialect = new();

    [TestCase(2601)]
    [TestCase(2627)]
    public void A_duplicate(int number)
    {
        Assert.That(_dialect.IsDuplicateKey(SqlServerFailure.Of(number)), Is.True);
        Assert.That(_dialect.IsUnavailable(SqlServerFailure.Of(number)), Is.False);
    }

    [Test]
    public void A_deadlock_is_tried_again_and_after_that_unavailable()
    {
        Assert.That(_dialect.IsDeadlock(SqlServerFailure.Of(1205)), Is.True);
        Assert.That(_dialect.IsUnavailable(SqlServerFailure.Of(1205)), Is.True);
    }

    [TestCase(-2, 11, Description = "timeout")]
    [TestCase(4060, 11, Description = "no such database")]
    [TestCase(18456, 14, Description = "login failed")]
    [TestCase(6005, 14, Description = "shutting down")]
    [TestCase(40613, 17, Description = "Azure: not available")]
    [TestCase(99999, 20, Description = "whatever ends the connection")]
    public void Unavailable(int number, byte severity) => Assert.That(_dialect.IsUnavailable(SqlServerFailure.Of(number, severity)), Is.True);

    [TestCase(208, Description = "no such table")]
    [TestCase(102, Description = "syntax")]
    public void A_fault_in_the_program_is_neither(int number)
    {
        Assert.That(_dialect.IsUnavailable(SqlServerFailure.Of(number)), Is.False);
        Assert.That(_dialect.IsUnavailable(new InvalidOperationException()), Is.False);
        Assert.That(_dialect.IsDuplicateKey(SqlServerFailure.Of(number)), Is.False);
    }
}
