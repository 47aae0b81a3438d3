using System.Reflection;
using System.Runtime.CompilerServices;

namespace AuthKit.Architecture.Tests.PublicApi;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(char)] = "char",
        [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type where it is used: without its namespace.</summary>
    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.HasElementType)
            return Name(type.GetElementType()!) + (type.IsPointer ? "*" : "");
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Name(value)}?";
        if (type.IsGenericType && type.FullName is { } name && name.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
            return $"({string.Join(", ", type.GetGenericArguments().Select(Name))})";
        return Nested(type, type.GetGenericArguments());
    }

    /// <summary>A type where it is declared: with its namespace, what it is, and what it derives from.</summary>
    public static string Declaration(Type type)
    {
        var name = (type.Namespace is null ? "" : type.Namespace + ".") + Nested(type, type.GetGenericArguments());
        if (type.IsSubclassOf(typeof(Delegate)))
            return $"delegate {MemberText.Signature(type.GetMethod("Invoke")!, name)}";
        string[] parents = [.. Parents(type).Select(Name)];
        return $"{Kind(type)} {name}{(parents.Length > 0 ? $" : {string.Join(", ", parents)}" : "")}{Constraints(type.GetGenericArguments())}";
    }

    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters.Where(parameter => parameter.IsGenericParameter).Select(parameter =>
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        string[] constraints =
        [
            .. attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. isStruct ? ["struct"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)).Select(Name),
            .. attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct ? ["new()"] : Array.Empty<string>(),
        ];
        return constraints.Length > 0 ? $" where {parameter.Name} : {string.Join(", ", constraints)}" : "";
    }));

    private static string Nested(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType is { } declaring && !type.IsGenericParameter ? declaring : null;
        var inherited = outer?.GetGenericArguments().Length ?? 0;
        var own = arguments[inherited..];
        var name = type.Name.Split('`')[0] + (own.Length > 0 ? $"<{string.Join(", ", own.Select(Name))}>" : "");
        return outer is null ? name : $"{Nested(outer, arguments[..inherited])}.{name}";
    }

    private static IEnumerable<Type> Parents(Type type)
    {
        if (type.IsEnum)
            return Enum.GetUnderlyingType(type) is var underlying && underlying != typeof(int) ? [underlying] : [];
        var parent = type.BaseType is { } known && known != typeof(object) && known != typeof(ValueType) ? known : null;
        var inherited = parent?.GetInterfaces() ?? [];
        // That a record is equatable, its keyword says.
        var implemented = type.GetInterfaces().Except(inherited)
            .Where(candidate => candidate.IsVisible && !(IsRecord(type) && candidate.Name == "IEquatable`1"))
            .OrderBy(candidate => candidate.FullName ?? candidate.Name, StringComparer.Ordinal);
        return parent is null ? implemented : implemented.Prepend(parent);
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface)
            return "interface";
        if (type.IsEnum)
            return type.IsDefined(typeof(FlagsAttribute)) ? "flags enum" : "enum";
        var record = IsRecord(type) ? "record " : "";
        if (type.IsValueType)
            return (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + record + "struct";
        var kind = record.Length > 0 ? "record" : "class";
        return type switch
        {
            { IsAbstract: true, IsSealed: true } => $"static {kind}",
            { IsAbstract: true } => $"abstract {kind}",
            { IsSealed: true } => $"sealed {kind}",
            _ => kind,
        };
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null;
}
