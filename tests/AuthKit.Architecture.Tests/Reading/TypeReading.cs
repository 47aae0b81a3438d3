using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace AuthKit.Architecture.Tests.Reading;

/// <summary>What a type says in its declarations and in the bodies of its methods, the compiler's nested types included.</summary>
internal static class TypeReading
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    extension(Type type)
    {
        public bool IsGenerated => type.Name.Contains('<') || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || (type.DeclaringType?.IsGenerated ?? false);

        /// <summary>Whether it is a flow's implementation.</summary>
        public bool IsFlow => type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition().FullName == "AuthKit.IFlow`2");

        public IEnumerable<MethodBase> DeclaredMethods() => [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

        /// <summary>The literals in its methods, without those by which a record prints itself.</summary>
        public IEnumerable<string> Literals() => type.WithNested()
            .SelectMany(part => part.DeclaredMethods())
            .Where(method => method.Name != "PrintMembers")
            .SelectMany(method => Instructions.Of(method)
                .Where(instruction => instruction.Kind is OperandType.InlineString)
                .Select(instruction => method.Module.ResolveString(instruction.Token)));

        /// <summary>The types it names.</summary>
        public IReadOnlySet<Type> Mentions() => type.WithNested()
            .SelectMany(part => part.Named())
            .SelectMany(Parts)
            .ToHashSet();

        private IEnumerable<Type> WithNested() => type.GetNestedTypes(Declared).SelectMany(nested => nested.WithNested()).Prepend(type);

        private IEnumerable<Type> Named() =>
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.DeclaredMethods().SelectMany(Signature),
            .. type.DeclaredMethods().SelectMany(Body),
        ];
    }

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Append(method is MethodInfo { ReturnType: var returned } ? returned : typeof(void));

    private static IEnumerable<Type> Body(MethodBase method)
    {
        foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
            yield return local.LocalType;
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var (kind, token) in Instructions.Of(method))
        {
            if (kind is not (OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok))
                continue;
            var member = method.Module.ResolveMember(token, ofType, ofMethod)!;
            yield return member as Type ?? member.DeclaringType!;
            if (member is MethodInfo { IsGenericMethod: true } called)
            {
                foreach (var argument in called.GetGenericArguments())
                    yield return argument;
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
    [
        .. type.HasElementType ? Parts(type.GetElementType()!) : [type.IsGenericType ? type.GetGenericTypeDefinition() : type],
        .. type.GetGenericArguments().Where(argument => !argument.IsGenericParameter).SelectMany(Parts),
    ];
}
