using System.Reflection;
using System.Runtime.CompilerServices;

namespace AuthKit.Architecture.Tests.PublicApi;

/// <summary>Members as C# writes them, without attributes and without the nullability of references.</summary>
internal static class MemberText
{
    public static string Of(FieldInfo field)
    {
        var access = field.IsPublic ? "" : "protected ";
        var kind = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{access}{kind}{TypeText.Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {Literal(field.GetRawConstantValue(), field.FieldType)}" : "")}";
    }

    public static string Of(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(accessor => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly)];
        var widest = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length > 0 ? $"this[{Parameters(index)}]" : property.Name;
        var body = string.Concat(accessors.OrderBy(accessor => accessor.ReturnType == typeof(void)).Select(accessor =>
            (accessor.IsPublic || !widest.IsPublic ? "" : "protected ") + Accessor(accessor) + "; "));
        return $"{Modifiers(widest)}{required}{TypeText.Name(property.PropertyType)} {name} {{ {body}}}";
    }

    public static string Of(EventInfo occurrence) =>
        $"{Modifiers(occurrence.AddMethod!)}event {TypeText.Name(occurrence.EventHandlerType!)} {occurrence.Name}";

    public static string Of(ConstructorInfo constructor) =>
        $"{Modifiers(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor.GetParameters())})";

    public static string Of(MethodInfo method) => Modifiers(method) + Signature(method, method.Name);

    public static string Signature(MethodInfo method, string name)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Name))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{TypeText.Name(method.ReturnType)} {name}{generics}({extension}{Parameters(method.GetParameters())}){TypeText.Constraints(method.GetGenericArguments())}";
    }

    private static string Accessor(MethodInfo accessor) => accessor.ReturnType != typeof(void) ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set";

    private static string Modifiers(MethodBase method)
    {
        if (method.DeclaringType!.IsInterface)
            return method.IsStatic ? "static " : method.IsAbstract ? "" : "virtual ";
        var access = method.IsPublic ? "" : "protected ";
        return access + (method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");
    }

    private static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(parameter =>
        Passing(parameter) + TypeText.Name(parameter.ParameterType) + " " + parameter.Name
        + (parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : "")));

    private static string Passing(ParameterInfo parameter) => parameter switch
    {
        { IsOut: true } => "out ",
        { IsIn: true } => "in ",
        { ParameterType.IsByRef: true } => "ref ",
        _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
        _ => "",
    };

    private static string Literal(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } enumeration => $"{enumeration.Name}.{Enum.ToObject(enumeration, value)}",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
