using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Account;
using AuthKit.Contracts.Connect;
using AuthKit.Contracts.Laravel;
using AuthKit.Contracts.MessageCode;
using AuthKit.Contracts.Tenant;
using AuthKit.Features;
using AuthKit.Features.ApiKeys;
using AuthKit.Features.AuditLog;
using AuthKit.Features.Administration;
using AuthKit.Features.Connections;
using AuthKit.Features.Devices;
using AuthKit.Features.EmailConfirmation;
using AuthKit.Features.MailedCodes;
using AuthKit.Features.MyData;
using AuthKit.Features.ExternalSchemes;
using AuthKit.Security;
using AuthKit.SignIns;

namespace AuthKit.Http;

/// <summary>How AuthKit's own replies are written: generated, so that a trimmed app can write them.</summary>
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JsonElement?))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ModelFirstReply<object>))]
[JsonSerializable(typeof(AlphabeticalReply<object>))]
[JsonSerializable(typeof(SignInModel))]
[JsonSerializable(typeof(RefreshModel))]
[JsonSerializable(typeof(LaravelSuccess<object>))]
[JsonSerializable(typeof(LaravelFailure))]
[JsonSerializable(typeof(TokenData))]
[JsonSerializable(typeof(MessageCodeReply<object>))]
[JsonSerializable(typeof(SignInContent))]
[JsonSerializable(typeof(ThirdPartyContent))]
[JsonSerializable(typeof(RegistrationContent))]
[JsonSerializable(typeof(ProfileContent))]
[JsonSerializable(typeof(ResetRequestContent))]
[JsonSerializable(typeof(ResetContent))]
[JsonSerializable(typeof(ValidationContent))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(AccountTokens))]
[JsonSerializable(typeof(AccountData))]
[JsonSerializable(typeof(ExternalLoginData[]))]
[JsonSerializable(typeof(TenantFailure))]
[JsonSerializable(typeof(TenantTokens))]
[JsonSerializable(typeof(FailureWithDetail))]
[JsonSerializable(typeof(SignInTokens))]
[JsonSerializable(typeof(ExternalProviderList))]
[JsonSerializable(typeof(ExternalStart))]
[JsonSerializable(typeof(ExternalLoginList))]
[JsonSerializable(typeof(ExternalLoginModel))]
[JsonSerializable(typeof(SecondFactorChallenge))]
[JsonSerializable(typeof(SecondFactorOptions))]
[JsonSerializable(typeof(WantedProof))]
[JsonSerializable(typeof(ProofOptions))]
[JsonSerializable(typeof(ProofTokens))]
[JsonSerializable(typeof(DeviceList))]
[JsonSerializable(typeof(DeviceModel))]
[JsonSerializable(typeof(ConnectionList))]
[JsonSerializable(typeof(MyDataDocument))]
[JsonSerializable(typeof(DeletionModel))]
[JsonSerializable(typeof(ConfirmedEmail))]
[JsonSerializable(typeof(MailedCodeRequest))]
[JsonSerializable(typeof(ApiKeyModel))]
[JsonSerializable(typeof(ApiKeyListModel))]
[JsonSerializable(typeof(IssuedApiKeyModel))]
[JsonSerializable(typeof(ActivityList))]
[JsonSerializable(typeof(UserModel))]
[JsonSerializable(typeof(UsersModel))]
[JsonSerializable(typeof(ShownUserModel))]
[JsonSerializable(typeof(UserSessionsModel))]
[JsonSerializable(typeof(TenantsModel))]
[JsonSerializable(typeof(ImpersonationModel))]
[JsonSerializable(typeof(DocumentedSuccess))]
[JsonSerializable(typeof(DocumentedFailure))]
[JsonSerializable(typeof(OAuthFailure))]
[JsonSerializable(typeof(TokenReply))]
[JsonSerializable(typeof(ScopedData))]
[JsonSerializable(typeof(PushedRequestReply))]
[JsonSerializable(typeof(DeviceReply))]
[JsonSerializable(typeof(IntrospectionReply))]
[JsonSerializable(typeof(ClientMetadata))]
[JsonSerializable(typeof(PublishedKeys))]
[JsonSerializable(typeof(BearerProblem))]
[JsonSerializable(typeof(ProtectedResource))]
internal sealed partial class ReplyJson : JsonSerializerContext;
