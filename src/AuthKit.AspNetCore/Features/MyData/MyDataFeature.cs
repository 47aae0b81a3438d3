using AuthKit.Http;
using AuthKit.Pages;

namespace AuthKit.Features.MyData;

/// <summary>Owners of accounts take their data along, and have their accounts erased.</summary>
internal sealed class MyDataFeature() : Feature("my-data")
{
    internal override IReadOnlyList<Page> Pages { get; } = [new UndoDeletionPage()];

    public override void Map(FeatureRoutes routes)
    {
        routes.Get("my-data", MyDataFlows.Export, static r => new(r.Bearer), MyDataDocument.Of);
        routes.Delete("my-data", MyDataFlows.Delete, static r => new(r.Bearer), DeletionModel.Of).SignsOut();
        routes.Post("my-data/undo-deletion", MyDataFlows.UndoDeletion, static r => new(r["token"]));
    }
}
