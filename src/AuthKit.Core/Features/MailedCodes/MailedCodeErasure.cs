using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Features.MailedCodes;

/// <summary>With an account go the codes that were asked for with its address, which say whom they were mailed to.</summary>
internal sealed class MailedCodeErasure(HomeDatabase home, MailedCodeSecrets secrets) : IAccountErasureListener
{
    public async Task ErasingAsync(Account account, CancellationToken cancellationToken)
    {
        var subject = await secrets.SubjectOfAsync(account.User.Email, cancellationToken);
        await using var database = await home.GetAsync(cancellationToken);
        await database.Port<IRecords>(static records => records).DeleteAsync(CodeChallengeTable.Rows, [CodeChallengeTable.Subject.Is(subject)], limit: 0, cancellationToken);
    }
}
