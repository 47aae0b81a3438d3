namespace AuthKit.Http;

/// <summary>For API descriptions: the members of this one stand beside it rather than below it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BesideAttribute : Attribute;
