using System.Data.Common;

namespace AuthKit.Relational;

/// <summary>A connection that keeps the commands it was asked for, so that the engine need not prepare them again.</summary>
public interface IKeepsStatements
{
    /// <summary>The command of a statement, with the parameters of its last use. Disposing of it does nothing.</summary>
    DbCommand CommandOf(string sql);
}
