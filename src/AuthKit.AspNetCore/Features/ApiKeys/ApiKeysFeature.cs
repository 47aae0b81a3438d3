using AuthKit.Http;

namespace AuthKit.Features.ApiKeys;

/// <summary>People make, see, rename, rotate and revoke keys by which programs call for them.</summary>
internal sealed class ApiKeysFeature() : Feature("api-keys")
{
    public override void Map(FeatureRoutes routes)
    {
        routes.Get("api-keys", ApiKeyFlows.List, static r => new(r.Bearer), ApiKeyListModel.Of);
        routes.Post("api-keys", ApiKeyFlows.Create, static r => new(r.Bearer, r["name"], r.List("scopes"), r.Number("expiresIn")), IssuedApiKeyModel.Of).Answers(201);
        routes.Get("api-keys/{id}", ApiKeyFlows.Get, static r => new(r.Bearer, r.Route("id")), ApiKeyModel.Of);
        routes.Put("api-keys/{id}", ApiKeyFlows.Rename, static r => new(r.Bearer, r.Route("id"), r["name"]), ApiKeyModel.Of);
        routes.Delete("api-keys/{id}", ApiKeyFlows.Revoke, static r => new(r.Bearer, r.Route("id")));
        routes.Post("api-keys/{id}/rotation", ApiKeyFlows.Rotate, static r => new(r.Bearer, r.Route("id"), r.Number("overlap"), r.Number("expiresIn")), IssuedApiKeyModel.Of);
    }
}
