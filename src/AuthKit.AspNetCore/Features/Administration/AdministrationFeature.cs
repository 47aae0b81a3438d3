using AuthKit.Http;

namespace AuthKit.Features.Administration;

/// <summary>Administrators find, see and steer accounts.</summary>
internal sealed class AdministrationFeature() : Feature("administration")
{
    public override void Map(FeatureRoutes routes)
    {
        routes.Get("admin/tenants", AdministrationFlows.ListTenants, static r => new(r.Bearer), static tenants => new TenantsModel(tenants.Aliases));
        routes.Get("admin/users", AdministrationFlows.ListUsers, QueryOf, UsersModel.Of);
        routes.Post("admin/users", AdministrationFlows.CreateUser, static r => new(r.Bearer, r.Optional("tenant"), r["email"], r.Optional("password"), ChangesOf(r), r.List("roles")), UserModel.Of);
        routes.Get("admin/users/{id}", AdministrationFlows.ShowUser, static r => new(r.Bearer, r.Route("id"), r.Query("tenant", required: false)), ShownUserModel.Of);
        routes.Put("admin/users/{id}", AdministrationFlows.ChangeUser, static r => new(r.Bearer, r.Route("id"), r.Optional("tenant"), r.Optional("email"), ChangesOf(r)), UserModel.Of);
        routes.Delete("admin/users/{id}", AdministrationFlows.DeleteUser, static r => new(r.Bearer, r.Route("id"), r.Query("tenant", required: false)));
        routes.Post("admin/users/{id}/disable", AdministrationFlows.DisableUser, static r => new(r.Bearer, r.Route("id"), r.Optional("tenant")), UserModel.Of);
        routes.Post("admin/users/{id}/enable", AdministrationFlows.EnableUser, static r => new(r.Bearer, r.Route("id"), r.Optional("tenant")), UserModel.Of);
        routes.Post("admin/users/{id}/unlock", AdministrationFlows.UnlockUser, static r => new(r.Bearer, r.Route("id"), r.Optional("tenant")), UserModel.Of);
        routes.Put("admin/users/{id}/roles", AdministrationFlows.SetUserRoles, static r => new(r.Bearer, r.Route("id"), r.Optional("tenant"), r.List("roles")), UserModel.Of);
        routes.Post("admin/users/{id}/password-reset", AdministrationFlows.AskForNewPassword, static r => new(r.Bearer, r.Route("id"), r.Optional("tenant")));
        routes.Post("admin/users/{id}/impersonation", AdministrationFlows.ImpersonateUser, static r => new(r.Bearer, r.Route("id"), r.Optional("tenant")), ImpersonationModel.Of);
        routes.Get("admin/users/{id}/sessions", AdministrationFlows.ListUserSessions, SessionsOf, UserSessionsModel.Of);
        routes.Delete("admin/users/{id}/sessions", AdministrationFlows.EndUserSessions, static r => new(r.Bearer, r.Route("id"), r.Query("tenant", required: false)));
        routes.Delete("admin/users/{id}/sessions/{sessionId}", AdministrationFlows.EndUserSession, static r => new(r.Bearer, r.Route("id"), r.Route("sessionId"), r.Query("tenant", required: false)));
    }

    private static ListUsers QueryOf(WireRequest r) => new(r.Bearer, r.Query("tenant", required: false))
    {
        Email = r.Query("email", required: false),
        UserName = r.Query("userName", required: false),
        Role = r.Query("role", required: false),
        Disabled = r.Query("disabled", required: false),
        CreatedFrom = r.Query("createdFrom", required: false),
        CreatedBefore = r.Query("createdBefore", required: false),
        LastSeenUntil = r.Query("lastSeenUntil", required: false),
        Cursor = r.Query("cursor", required: false),
        Limit = r.Query("limit", required: false),
    };

    private static ListUserSessions SessionsOf(WireRequest r) =>
        new(r.Bearer, r.Route("id"), r.Query("tenant", required: false), r.Query("cursor", required: false), r.Query("limit", required: false));

    private static UserChanges ChangesOf(WireRequest r) => new()
    {
        EmailVerified = r.Flag("emailVerified"),
        UserName = r.Optional("userName"),
        Profile = new()
        {
            Name = r.Optional("name"),
            GivenName = r.Optional("givenName"),
            FamilyName = r.Optional("familyName"),
            PhoneNumber = r.Optional("phoneNumber"),
            Address = r.Optional("address"),
            ContactEmail = r.Optional("contactEmail"),
        },
    };
}
