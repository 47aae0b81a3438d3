using AuthKit.Pages;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Which of two buttons was pressed.</summary>
internal static class Decisions
{
    public static bool? Read(PageRequest request) => request["decision"] switch
    {
        "allow" => true,
        "deny" => false,
        _ => null,
    };
}
