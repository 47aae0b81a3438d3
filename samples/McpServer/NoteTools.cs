using System.Collections.Concurrent;
using System.ComponentModel;
using System.Security.Claims;
using ModelContextProtocol.Server;

namespace McpServer;

/// <summary>What the server can do: it keeps notes, and each user sees their own.</summary>
[McpServerToolType]
internal sealed class NoteTools
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Notes = new();

    [McpServerTool(Name = "add_note"), Description("Keeps a note.")]
    public static string Add(ClaimsPrincipal user, [Description("What to keep.")] string text)
    {
        Of(user).Enqueue(text);
        return "Kept.";
    }

    [McpServerTool(Name = "list_notes"), Description("Lists the notes that were kept.")]
    public static string List(ClaimsPrincipal user) => string.Join('\n', Of(user));

    private static ConcurrentQueue<string> Of(ClaimsPrincipal user) => Notes.GetOrAdd(user.FindFirstValue("sub")!, _ => new());
}
