namespace AuthKit.Stores;

/// <summary>The database engines that a key identifier can name; the numbers are stored.</summary>
public enum DatabaseEngine
{
    /// <summary><c>MONGO</c>, <c>MONGODB</c>.</summary>
    MongoDb = 0,

    /// <summary><c>SQLITE</c>.</summary>
    Sqlite = 1,

    /// <summary><c>MYSQL</c>, <c>MARIADB</c>.</summary>
    MySql = 2,

    /// <summary><c>MSSQL</c>, <c>SQLSERVER</c>.</summary>
    SqlServer = 3,

    /// <summary><c>PSGSQL</c>, <c>PGSQL</c>, <c>POSTGRES</c>, <c>POSTGRESQL</c>.</summary>
    PostgreSql = 4,
}
