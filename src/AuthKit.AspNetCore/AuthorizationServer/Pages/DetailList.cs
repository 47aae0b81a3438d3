using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Details;
using AuthKit.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>What authorization details would let a client do (RFC 9396 §5), as their types say it.</summary>
internal static class DetailList
{
    public static IEnumerable<string> Of(PageRequest request, JsonElement? details)
    {
        if (details is not { } granted)
            return [];
        var types = request.Http.RequestServices.GetServices<IAuthorizationDetailsType>().ToList();
        return JsonArray.Create(granted)!
            .Select(detail => detail!.AsObject())
            .Select(detail => types.First(type => type.Type == detail["type"]!.GetValue<string>()).Describe(detail, request.Language.Tag));
    }
}
