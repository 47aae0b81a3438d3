using System.Collections.ObjectModel;

namespace AuthKit.AuthorizationServer;

/// <summary>The interfaces that access tokens can be for.</summary>
public sealed class ApiCollection : Collection<Api>
{
    /// <summary>Adds an interface.</summary>
    /// <param name="identifier">Its identifier (<see cref="Api.Identifier"/>).</param>
    /// <param name="scopes">The names of its scopes.</param>
    /// <returns>It, to say more of it.</returns>
    public Api Add(string identifier, params IEnumerable<string> scopes)
    {
        var api = new Api { Identifier = identifier };
        foreach (var scope in scopes)
            api.Scopes.Add(new() { Name = scope });
        Add(api);
        return api;
    }
}
