using System.Net;

namespace AuthKit.Databases.Brought;

/// <summary>How an engine takes connection strings that strangers wrote.</summary>
public interface IBroughtConnections
{
    /// <summary>The port of the engine's servers where a connection string names none; 0 for an engine of files.</summary>
    int DefaultPort { get; }

    /// <summary>
    /// Reads a string with the driver's own parser and keeps the few options that say which database it is and who asks;
    /// nothing that names a file, a socket, a pipe, a certificate, a second host or a time.
    /// </summary>
    /// <returns>Null where it names no one server, or no file that the policy allows. Equal databases and credentials give equal results.</returns>
    /// <exception cref="ArgumentException">The driver cannot read it; that is a refusal like any other.</exception>
    BroughtConnection? Read(string connectionString, ClientDatabasePolicy policy);

    /// <summary>Opens what <see cref="Read"/> gave, with the policy's timeout on everything; nothing is connected to yet.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="address">The server's address, checked a moment ago. The driver has to connect to it and look up no name.</param>
    /// <param name="policy">The policy.</param>
    IDatabase Open(BroughtConnection connection, IPAddress? address, ClientDatabasePolicy policy);

    /// <summary>Whether a caller's string could name this database of the host's own without knowing a secret.</summary>
    bool CouldName(string connectionString, ClientDatabasePolicy policy) => false;
}
