namespace AuthKit.Stores;

/// <summary>The database engines that a key identifier can name.</summary>
public enum DatabaseEngine
{
    /// <summary><c>MONGO</c>, <c>MONGODB</c>.</summary>
    MongoDb,

    /// <summary><c>SQLITE</c>.</summary>
    Sqlite,

    /// <summary><c>MYSQL</c>, <c>MARIADB</c>.</summary>
    MySql,

    /// <summary><c>MSSQL</c>, <c>SQLSERVER</c>.</summary>
    SqlServer,

    /// <summary><c>PSGSQL</c>, <c>PGSQL</c>, <c>POSTGRES</c>, <c>POSTGRESQL</c>.</summary>
    PostgreSql,
}
