using System.Reflection;
using System.Reflection.Emit;

namespace AuthKit.Architecture.Tests.Reading;

/// <summary>Reads the instructions of a method (ECMA-335 §III.1.2).</summary>
internal static class Instructions
{
    private const byte TwoByteOpCode = 0xFE;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Each instruction and its operand, where that is a metadata token.</summary>
    public static IEnumerable<(OperandType Kind, int Token)> Of(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == TwoByteOpCode)
                value = (short)(value << 8 | il[at++]);
            var kind = OpCodesByValue[value].OperandType;
            var size = Size(kind, il, at);
            yield return (kind, size == sizeof(int) ? BitConverter.ToInt32(il, at) : 0);
            at += size;
        }
    }

    private static int Size(OperandType kind, byte[] il, int at) => kind switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => sizeof(int) * (1 + BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
