using AuthKit.Http;

namespace AuthKit.Docs.Tests.Extending;

public sealed class PlainContract : Contract
{
    public PlainContract() : base("plain", new PlainEnvelope())
    {
        Prefix = "/auth";
        Phrases = Phrases
            .Named(Field.Identifier, "email")
            .On(Fault.InvalidCredentials, "Wrong e-mail address or password.")
            .On(Field.Password, Rule.TooShort, "Choose at least {limit} characters.");
    }

    protected override void Map(RouteTable routes)
    {
        routes.Post("/sign-up", Flows.Register, r => new(r["email"], r["password"]), made => new Account(made.User.Id, made.User.Email)).Answers(201);
        routes.Post("/sign-in", Flows.Login, r => new(r["email"], r["password"]), Tokens);
        routes.Post("/renew", Flows.Refresh, r => new(r["refresh"]), Tokens);
        routes.Post("/sign-out", Flows.Logout, r => new(r.Bearer), _ => "Goodbye.");
    }

    private static Pair Tokens(TokenPair pair) => new(pair.AccessToken, pair.RefreshToken);

    internal sealed record Account(Guid Id, string Email);

    internal sealed record Pair(string Access, string? Refresh);
}
