namespace AuthKit.Databases;

/// <summary>A port of the home database that the host implements itself.</summary>
internal abstract record ReplacedPort(Type Port, object Implementation);
