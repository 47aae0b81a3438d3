using AuthKit.Sessions;

namespace AuthKit.Features.Administration;

/// <summary>A session, as administrators see it.</summary>
internal sealed record UserSessionModel(Guid Id, string ClientId, string? Name, string? Device, string? Address, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt)
{
    public static UserSessionModel Of(Session session) =>
        new(session.Id, session.ClientId, session.Name, session.Device, session.Address, session.CreatedAt, session.LastUsedAt, session.ExpiresAt);
}

/// <summary>A page of sessions.</summary>
internal sealed record UserSessionsModel(IReadOnlyList<UserSessionModel> Sessions, string? Next)
{
    public static UserSessionsModel Of(SessionPage page) => new([.. page.Sessions.Select(UserSessionModel.Of)], page.Next);
}
