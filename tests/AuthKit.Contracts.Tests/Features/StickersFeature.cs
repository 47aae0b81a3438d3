using AuthKit.Features;
using AuthKit.Http;
using AuthKit.Records;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>A feature as one outside the repository would write it: stickers that an account collects, and that may be shown to sign in.</summary>
internal sealed class StickersFeature() : Feature("stickers")
{
    public override IEnumerable<Schema> Schemas => [new("test_stickers", 1, [StickerTable.Rows])];

    public override IEnumerable<string> Warnings => ["Stickers are no proof of anything."];

    public override IEnumerable<string> Check(AuthKitOptions options) => options.Audience == "nobody" ? ["Audience 'nobody' collects no stickers."] : [];

    public override void Map(FeatureRoutes routes)
    {
        routes.Post("sticker-album/my-stickers", StickerFlows.Add, r => new(r.Bearer, r["stickerName"], r.Flag("isRare"), r.Object("rawData")?.ToString()), StickerModel.Of).Answers(201);
        routes.Get("sticker-album/my-stickers", StickerFlows.List, r => new(r.Bearer), StickerList.Of);
        routes.Delete("sticker-album/my-stickers/{id}", StickerFlows.Remove, r => new(r.Bearer, r.Route("id")));
        routes.SignIn("sticker-album/sign-in", StickerFlows.SignIn, r => new(r["userEmail"], r["userPassword"], r.Scope, r.SignInClient));
    }

    internal sealed record StickerModel(Guid StickerId, string StickerName, bool IsRare)
    {
        public static StickerModel Of(Sticker sticker) => new(sticker.Id, sticker.Name, sticker.IsRare);
    }

    internal sealed record StickerList(IReadOnlyList<StickerModel> AllStickers)
    {
        public static StickerList Of(IReadOnlyList<Sticker> stickers) => new([.. stickers.Select(StickerModel.Of)]);
    }
}

internal sealed record Sticker(Guid Id, Guid UserId, string Name, bool IsRare);

internal static class StickerTable
{
    public static readonly Table<Sticker> Rows = new("test_stickers");
    public static readonly Column<Guid> Id = Rows.Id("id", static sticker => sticker.Id);
    public static readonly Column<Guid> UserId = Rows.Id("user_id", static sticker => sticker.UserId);
    public static readonly Column<string> Name = Rows.Text("name", 64, static sticker => sticker.Name);
    public static readonly Column<bool> IsRare = Rows.Boolean("is_rare", static sticker => sticker.IsRare);
    public static readonly TableIndex OnePerName;

    static StickerTable()
    {
        Rows.KeyedBy(Id);
        OnePerName = Rows.UniqueBy(UserId, Name);
        Rows.ReadBy(static row => new(row.Get(Id), row.Get(UserId), row.Get(Name), row.Get(IsRare)));
    }
}

internal sealed record AddSticker(string? AccessToken, string? Name, bool? IsRare, string? Raw) : Command;

internal sealed record ListStickers(string? AccessToken) : Command;

internal sealed record RemoveSticker(string? AccessToken, string? Id) : Command;

internal sealed record SignInBySticker(string? Email, string? Password, string? Scope, AuthKit.AuthorizationServer.Clients.ClientCredentials? Client) : Command;

/// <summary>What more the caller is told of a sticker that is there already.</summary>
internal sealed record KnownSticker(Guid KnownId, IReadOnlyList<string> OtherNames);

internal sealed class AddStickerFlow(IFeatureAccounts accounts) : IFlow<AddSticker, Sticker>
{
    public static readonly Fault Known = new("known_sticker", like: Fault.Conflict, "You have this sticker.") { DetailType = typeof(KnownSticker) };

    public async Task<Outcome<Sticker>> RunAsync(AddSticker command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (string.IsNullOrEmpty(command.Name))
            return Failure.Of("stickerName", Rule.Required);
        var sticker = new Sticker(Guid.CreateVersion7(), account.User.Id, command.Name, command.IsRare ?? false);
        if (await account.Records.InsertAsync(StickerTable.Rows, sticker, cancellationToken) is null)
            return sticker;
        var known = await account.Records.FindAsync(StickerTable.Rows, [StickerTable.UserId.Is(account.User.Id), StickerTable.Name.Is(command.Name)], cancellationToken);
        return new Failure(Known) { Detail = new KnownSticker(known!.Id, [$"another {command.Name}"]) };
    }
}

internal sealed class ListStickersFlow(IFeatureAccounts accounts) : IFlow<ListStickers, IReadOnlyList<Sticker>>
{
    public async Task<Outcome<IReadOnlyList<Sticker>>> RunAsync(ListStickers command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        return await account.Records.ListAsync(StickerTable.Rows, [StickerTable.UserId.Is(account.User.Id)], orderBy: StickerTable.Id, limit: 0, cancellationToken);
    }
}

internal sealed class RemoveStickerFlow(IFeatureAccounts accounts) : IFlow<RemoveSticker, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(RemoveSticker command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        return Guid.TryParse(command.Id, out var id) && await account.Records.DeleteAsync(StickerTable.Rows, [StickerTable.Id.Is(id), StickerTable.UserId.Is(account.User.Id)], limit: 1, cancellationToken) == 1
            ? Unit.Value
            : Fault.NotFound;
    }
}

internal sealed class SignInByStickerFlow(IServiceProvider services) : IFlow<SignInBySticker, TokenPair>
{
    public Task<Outcome<TokenPair>> RunAsync(SignInBySticker command, FlowContext context, CancellationToken cancellationToken) =>
        Flows.Login.RunAsync(services, new(command.Email, command.Password, command.Scope, command.Client), context, cancellationToken);
}

internal static class StickerFlows
{
    public static Flow<AddSticker, Sticker> Add { get; } = Flow<AddSticker, Sticker>.Of<AddStickerFlow>(fails: [AddStickerFlow.Known]);

    public static Flow<ListStickers, IReadOnlyList<Sticker>> List { get; } = Flow<ListStickers, IReadOnlyList<Sticker>>.Of<ListStickersFlow>();

    public static Flow<RemoveSticker, Unit> Remove { get; } = Flow<RemoveSticker, Unit>.Of<RemoveStickerFlow>(fails: [Fault.NotFound]);

    public static Flow<SignInBySticker, TokenPair> SignIn { get; } = Flow<SignInBySticker, TokenPair>.Of<SignInByStickerFlow>(takesCredentials: true);
}
