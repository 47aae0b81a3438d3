using System.Text.Json;
using AuthKit.Sessions;
using AuthKit.SignIns;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>A second factor that everybody has, or nobody.</summary>
internal sealed class EverybodysFactor : ISecondFactor
{
    public const string Right = "246810";

    public string Method => "everybodys";

    public bool IsOn { get; set; } = true;

    public ValueTask<bool> IsSetUpAsync(Users.Account account, CancellationToken cancellationToken) => new(IsOn);

    public Task<Outcome<SecondFactorPrompt>> BeginAsync(Users.Account account, SecondFactorRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<SecondFactorPrompt>>(new SecondFactorPrompt(Method, JsonElement.Parse("""{"allowCredentials":[]}""")));

    public Task<Outcome<ProvedFactor>> VerifyAsync(Users.Account account, SecondFactorProof proof, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<ProvedFactor>>(proof.Code == Right ? new ProvedFactor(AuthenticationMethods.OneTimePassword) : Fault.InvalidSecondFactor);
}
