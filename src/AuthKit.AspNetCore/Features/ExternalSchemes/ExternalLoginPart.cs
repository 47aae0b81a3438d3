using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Identities at providers on the account page: linked, and unlinked.</summary>
internal sealed class ExternalLoginPart(KnownSchemes known) : AccountPart(PartName)
{
    public const string PartName = "linked";

    private const string Link = "link", Unlink = "unlink";
    private const string Provider = "provider", Subject = "subject";

    public override string TitleOf(PageTexts texts) => texts.ExternalTitle;

    public override string LeadOf(PageTexts texts) => texts.ExternalLead;

    public override async Task<Outcome<PartView>> ShowAsync(PartRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (!(await request.RunAsync(Flows.ListExternalLogins, new(request.AccessToken), cancellationToken)).Succeeded(out var logins, out var failure))
            return failure;
        PartBlock listed = logins.Length == 0 ? new PartText(texts.ExternalNone) : new PartRows([.. logins.Select(login => RowOf(ExternalLoginModel.Of(login, known), texts))]);
        return new PartView(
        [
            listed,
            .. known.All.Select(scheme => new PartForm(Link, texts.ExternalAdd.With("provider", scheme.DisplayName))
            {
                Key = scheme.Provider,
                Hidden = new Dictionary<string, string> { [Provider] = scheme.Provider },
                IsSecondary = true,
            }),
        ]);
    }

    public override async Task<PartAnswer> ActAsync(string action, PartRequest request, CancellationToken cancellationToken) => action switch
    {
        Link when known.Of(request[Provider]) is { } scheme => await LinkAsync(scheme, request, cancellationToken),
        Unlink => PartAnswer.Of(await request.RunAsync(Flows.UnlinkExternal, new(request.AccessToken, request[Provider], request[Subject]), cancellationToken)),
        _ => await base.ActAsync(action, request, cancellationToken),
    };

    public override string? DoneOf(string action, PageTexts texts) => action switch
    {
        Link => texts.ExternalAdded,
        Unlink => texts.ExternalRemoved,
        _ => null,
    };

    public override string? FailureOf(Fault fault, PageTexts texts) => fault switch
    {
        _ when fault.Is(Fault.LastSignInMethod) => texts.LastSignInMethodText,
        _ when fault.Is(Fault.NotFound) || fault.Is(Fault.Conflict) => texts.GoneText,
        _ => null,
    };

    // The proof comes first, for the provider may take its time. The link that leads there can be had from this form alone (CSRF).
    private static async Task<PartAnswer> LinkAsync(KnownScheme scheme, PartRequest request, CancellationToken cancellationToken)
    {
        if (!(await request.RunAsync(Flows.CheckProof, new(request.AccessToken), cancellationToken)).Succeeded(out _, out var failure))
            return PartAnswer.Failed(failure);
        var address = request.Services.GetRequiredService<LinkTickets>().AddressOf(scheme, request.Page.Browser!);
        return PartAnswer.Show(new(
            new PartText(request.Texts.ExternalAddLead.With("provider", scheme.DisplayName)),
            new PartLink(address, request.Texts.ExternalButton.With("provider", scheme.DisplayName))));
    }

    private static PartRow RowOf(ExternalLoginModel login, PageTexts texts) => new(login.DisplayName)
    {
        Details = [texts.ExternalSince.With("since", PartRequest.DayOf(login.AddedAt))],
        Forms =
        [
            new(Unlink, texts.ExternalRemove)
            {
                Key = $"{login.Provider} {login.Subject}",
                Lead = texts.ExternalRemoveLead,
                Hidden = new Dictionary<string, string> { [Provider] = login.Provider, [Subject] = login.Subject },
                IsSecondary = true,
            },
        ],
    };
}
