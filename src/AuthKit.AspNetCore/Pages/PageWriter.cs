using System.Text;
using AuthKit.Http;
using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Pages;

/// <summary>Writes a page, or where to go on, and the headers that go with either.</summary>
internal static class PageWriter
{
    public static Task WriteAsync(HttpResponse response, PageReply reply, PageRequest request)
    {
        response.StatusCode = reply.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers.ContentSecurityPolicy = reply switch
        {
            { PostsTo: { } client } => ContentSecurityPolicy.ForPost(client),
            { Frames.Count: > 0 } => ContentSecurityPolicy.ForFrames(reply.Frames),
            { AsksForKey: true } => ContentSecurityPolicy.ForKey(reply.LeadsTo),
            _ => ContentSecurityPolicy.For(reply.LeadsTo),
        };
        // A client that has opened a window for the sign-in hears from it at the end; it would not if the window were cut off from it on the way.
        if (reply is { LeadsTo: null, PostsTo: null, Location: null })
            response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (reply.Failure is { } failure)
            ReplyWriter.WriteFailureHeaders(response, failure, string.Join(", ", request.Page.Methods));
        if (reply.Location is { } location)
        {
            response.Headers.Location = location;
            return Task.CompletedTask;
        }

        var language = request.Language;
        var bytes = Encoding.UTF8.GetBytes(Layout.Of(reply, language, request.Options.ProductName).ToString());
        response.Headers.ContentLanguage = language.Tag;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).AsTask();
    }
}
