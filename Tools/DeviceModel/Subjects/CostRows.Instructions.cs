using System;
using System.Collections;
using System.Text;
using System.Threading;

namespace NanoFirmware.Subjects;

/// <summary>
/// The rows of nanoclr-cost.csv that are plain code, a method each: the statement, n times. Named as in the file, what they
/// measured is there.
/// </summary>
public static partial class CostRows
{
    public static void LocalCopy(int n) { int x = 1; int y = 7; for (int i = 0; i < n; i++) { x = y; } Sink = x; }

    public static void LdcStore(int n) { int x = 1; for (int i = 0; i < n; i++) { x = 5; } Sink = x; }

    public static void LdcBigStore(int n) { int x = 1; for (int i = 0; i < n; i++) { x = 123456; } Sink = x; }

    public static void IntAdd(int n) { int x = 1; int y = 7; int z = 3; for (int i = 0; i < n; i++) { x = y + z; } Sink = x; }

    public static void IntMul(int n) { int x = 1; int y = 7; int z = 3; for (int i = 0; i < n; i++) { x = y * z; } Sink = x; }

    public static void IntShr(int n) { int x = 1; int y = 7; for (int i = 0; i < n; i++) { x = y >> 3; } Sink = x; }

    public static void IntAnd(int n) { int x = 1; int y = 7; for (int i = 0; i < n; i++) { x = y & 255; } Sink = x; }

    public static void IntDiv(int n) { int x = 1; int y = 7; int z = 3; for (int i = 0; i < n; i++) { x = y / z; } Sink = x; }

    public static void ConvU1(int n) { int x = 1; int y = 7; for (int i = 0; i < n; i++) { x = (byte)y; } Sink = x; }

    public static void ConvI2(int n) { int x = 1; int y = 7; for (int i = 0; i < n; i++) { x = (short)y; } Sink = x; }

    public static void LongAdd(int n) { long l = 1; long m = 2; for (int i = 0; i < n; i++) { l = l + m; } SinkLong = l; }

    public static void FloatAdd(int n) { float f = 1; float g = 2; for (int i = 0; i < n; i++) { f = f + g; } SinkFloat = f; }

    public static void FloatDiv(int n) { float f = 1; float g = 2; for (int i = 0; i < n; i++) { f = g / g; } SinkFloat = f; }

    public static void LdelemU1(int n) { int x = 1; byte[] b = Bytes; for (int i = 0; i < n; i++) { x = b[3]; } Sink = x; }

    public static void LdelemI4(int n) { int x = 1; int[] a = Ints; for (int i = 0; i < n; i++) { x = a[3]; } Sink = x; }

    public static void LdelemR4(int n)
    { float f = 1; float[] fa = Floats; for (int i = 0; i < n; i++) { f = fa[3]; } SinkFloat = f; }

    public static void StelemU1(int n) { byte[] b = Bytes; for (int i = 0; i < n; i++) { b[3] = (byte)1; } }

    public static void StelemI4(int n) { int y = 7; int[] a = Ints; for (int i = 0; i < n; i++) { a[3] = y; } }

    public static void StelemR4(int n) { float f = 1; float[] fa = Floats; for (int i = 0; i < n; i++) { fa[3] = f; } }

    public static void Ldfld(int n) { int x = 1; Box o = TheBox; for (int i = 0; i < n; i++) { x = o.Field; } Sink = x; }

    public static void Stfld(int n) { int y = 7; Box o = TheBox; for (int i = 0; i < n; i++) { o.Field = y; } }

    public static void Ldsfld(int n) { int x = 1; for (int i = 0; i < n; i++) { x = SharedField; } Sink = x; }

    public static void Stsfld(int n) { int y = 7; for (int i = 0; i < n; i++) { SharedField = y; } }

    public static void IfTakenNot(int n)
    { int x = 1; int y = 1; int z = 3; for (int i = 0; i < n; i++) { if (y > z) { x = 1; } } Sink = x; }

    public static void Ternary(int n)
    { int x = 1; int y = 7; int z = 3; for (int i = 0; i < n; i++) { x = y > z ? 1 : 2; } Sink = x; }

    public static void CallStatic0(int n) { for (int i = 0; i < n; i++) { S0(); } }

    public static void CallStatic1(int n) { int y = 7; for (int i = 0; i < n; i++) { S1(y); } }

    public static void CallStatic4(int n) { int y = 7; for (int i = 0; i < n; i++) { S4(y, y, y, y); } }

    public static void CallStaticRet(int n) { int x = 1; int y = 7; for (int i = 0; i < n; i++) { x = SR(y); } Sink = x; }

    public static void CallInst1(int n) { int y = 7; Box o = TheBox; for (int i = 0; i < n; i++) { o.I1(y); } }

    public static void CallVirt1(int n) { int y = 7; Box v = Derived; for (int i = 0; i < n; i++) { v.V1(y); } }

    public static void CallIface1(int n) { int y = 7; IShape ifc = Derived; for (int i = 0; i < n; i++) { ifc.F1(y); } }

    public static void CallDelegate1(int n) { int y = 7; Taker del = S1; for (int i = 0; i < n; i++) { del(y); } }

    public static void PropGet(int n) { int x = 1; Box o = TheBox; for (int i = 0; i < n; i++) { x = o.Property; } Sink = x; }

    public static void NewObj(int n) { Box ob = null; for (int i = 0; i < n; i++) { ob = new Box(); } SinkObject = ob; }

    public static void NewByte16(int n) { byte[] bb = null; for (int i = 0; i < n; i++) { bb = new byte[16]; } SinkObject = bb; }

    public static void NewByte540(int n)
    { byte[] bb = null; for (int i = 0; i < n; i++) { bb = new byte[540]; } SinkObject = bb; }
}
