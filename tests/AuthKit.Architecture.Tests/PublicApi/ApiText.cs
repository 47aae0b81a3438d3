using System.Reflection;
using System.Runtime.CompilerServices;

namespace AuthKit.Architecture.Tests.PublicApi;

/// <summary>The public API of an assembly as text, in a stable order: a line per type, and below it a line per member.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes().Where(type => !type.Name.Contains('<')).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            yield return TypeText.Declaration(type);
            foreach (var member in Members(type).Distinct().Order(StringComparer.Ordinal))
                yield return $"    {member}";
            yield return "";
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
            return [];
        if (type.IsEnum)
            return type.GetEnumNames().Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        return type.GetMembers(Declared)
            .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.Name.Contains('<'))
            .Select(member => member switch
            {
                FieldInfo field when IsVisible(field.IsPublic, field.IsFamily || field.IsFamilyOrAssembly, type) => MemberText.Of(field),
                PropertyInfo property when property.GetAccessors(nonPublic: true).Any(accessor => IsNew(accessor, type)) => MemberText.Of(property),
                EventInfo occurrence when IsNew(occurrence.AddMethod!, type) => MemberText.Of(occurrence),
                ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor, type) => MemberText.Of(constructor),
                MethodInfo method when IsNew(method, type) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => MemberText.Of(method),
                _ => null,
            })
            .OfType<string>();
    }

    // An override adds nothing to what can be called.
    private static bool IsNew(MethodInfo method, Type type) => IsVisible(method, type) && method.GetBaseDefinition() == method;

    private static bool IsVisible(MethodBase method, Type type) => IsVisible(method.IsPublic, method.IsFamily || method.IsFamilyOrAssembly, type);

    private static bool IsVisible(bool isPublic, bool isProtected, Type type) => isPublic || (isProtected && !type.IsSealed);
}
