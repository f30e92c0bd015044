using Mono.Cecil.Cil;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>Integers and branches of the small IL machine.</summary>
internal static class Arithmetic
{
    internal static long Of(Code code, long left, long right) => code switch
    {
        Code.Add => (int)(left + right),
        Code.Sub => (int)(left - right),
        Code.Mul => (int)(left * right),
        Code.Div => left / right,
        Code.And => left & right,
        Code.Or => left | right,
        Code.Xor => left ^ right,
        Code.Shl => (int)left << (int)right,
        Code.Shr => left >> (int)right,
        Code.Ceq => left == right ? 1 : 0,
        Code.Cgt or Code.Cgt_Un => left > right ? 1 : 0,
        Code.Clt or Code.Clt_Un => left < right ? 1 : 0,
        _ => throw new NotSupportedException($"The machine does not know {code}."),
    };

    internal static bool Taken(CallFrame f, Code code)
    {
        switch (code)
        {
            case Code.Br: return true;
            case Code.Brtrue: return f.Pop() != 0;
            case Code.Brfalse: return f.Pop() == 0;
            default: break;
        }

        long right = f.Pop();
        long left = f.Pop();
        return code switch
        {
            Code.Beq => left == right,
            Code.Bne_Un => left != right,
            Code.Bge or Code.Bge_Un => left >= right,
            Code.Bgt or Code.Bgt_Un => left > right,
            Code.Ble or Code.Ble_Un => left <= right,
            Code.Blt or Code.Blt_Un => left < right,
            _ => throw new NotSupportedException($"The machine does not know {code}."),
        };
    }
}
