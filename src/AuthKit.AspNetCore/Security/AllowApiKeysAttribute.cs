namespace AuthKit.Security;

/// <summary>
/// Has an endpoint that asks for no scope take API keys (<c>AddApiKeys</c>), whatever their scope is. Without it such an endpoint refuses
/// them, as it refuses the tokens of third-party clients; one that asks for a scope takes keys that have it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowApiKeysAttribute : Attribute;
