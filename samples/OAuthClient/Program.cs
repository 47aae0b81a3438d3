using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OAuthClient;

// The client side of OAuthContract, on ASP.NET Core's own OAuth handler: AuthKit needs no client library.
var builder = WebApplication.CreateBuilder(args);
var server = new Uri(builder.Configuration["Server"]!);
var self = new Uri(builder.Configuration["Urls"]!.Split(';')[0]);
var registration = new Registration(server, self, builder.Environment.ContentRootPath);

builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    // Browsers send a cookie to every port of a host, other clients' ports too.
    .AddCookie(cookie => cookie.Cookie.Name = $"client-{self.Port}")
    .AddOAuth("server", oauth =>
    {
        (oauth.ClientId, oauth.ClientSecret) = (registration.ClientId, registration.ClientSecret);
        (oauth.AuthorizationEndpoint, oauth.TokenEndpoint) = (new Uri(server, "authorize").AbsoluteUri, new Uri(server, "token").AbsoluteUri);
        oauth.UserInformationEndpoint = new Uri(server, "api").AbsoluteUri;
        oauth.CallbackPath = Registration.CallbackPath;
        oauth.UsePkce = true;
        foreach (var scope in builder.Configuration["Scope"]!.Split(' '))
            oauth.Scope.Add(scope);
        oauth.Events.OnCreatingTicket = UserData.LoadAsync;
        oauth.Events.OnRemoteFailure = Pages.ShowFailureAsync;
    });

var app = builder.Build();
app.UseAuthentication();
app.MapGet("/", Pages.Home);
app.MapGet("/sign-in", async (CancellationToken cancellationToken) => await registration.EnsureAsync(cancellationToken) is { } obstacle
    ? Pages.Failure(obstacle, StatusCodes.Status502BadGateway)
    : Results.Challenge(new() { RedirectUri = "/" }, ["server"]));
app.MapPost("/sign-out", async (HttpContext http) =>
{
    await http.SignOutAsync();
    return Results.Redirect(registration.SignOutAddress.AbsoluteUri);
});
app.MapGet(Registration.SignedOutPath, (HttpResponse response) =>
{
    // Browsers keep whole pages for their back button, no-store or not: those that show who was signed in go too.
    response.Headers["Clear-Site-Data"] = "\"cache\"";
    return Results.Redirect("/");
});
app.Run();
