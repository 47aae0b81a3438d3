using AuthKit.Features;
using AuthKit.Http;
using AuthKit.Records;

namespace AuthKit.Docs.Tests.Extending;

public sealed class InvitationFeature() : Feature("invitations")
{
    public override IEnumerable<Schema> Schemas => [InvitationTable.Schema];

    public override void Map(FeatureRoutes routes)
    {
        routes.Post("invitation-codes", InvitationFlows.Invite, r => new(r.Bearer), invited => invited).Answers(201);
        routes.SignIn("invitation-codes/registrations", InvitationFlows.Register, r => new(r["code"], r["email"], r["password"]));
    }
}
