using System;
using System.Collections;
using System.Text;
using System.Threading;

namespace NanoFirmware.Subjects;

/// <summary>
/// The rows of nanoclr-cost.csv that call the library, and what mixes both, a method each: the statement, n times. Named as in
/// the file, what they measured is there.
/// </summary>
public static partial class CostRows
{
    public static void Acopy3(int n)
    { byte[] src = Source; byte[] dst = Destination; for (int i = 0; i < n; i++) { Array.Copy(src, 0, dst, 0, 3); } }

    public static void Acopy12(int n)
    { byte[] src = Source; byte[] dst = Destination; for (int i = 0; i < n; i++) { Array.Copy(src, 0, dst, 0, 12); } }

    public static void Acopy96(int n)
    { byte[] src = Source; byte[] dst = Destination; for (int i = 0; i < n; i++) { Array.Copy(src, 0, dst, 0, 96); } }

    public static void Acopy540(int n)
    { byte[] src = Source; byte[] dst = Destination; for (int i = 0; i < n; i++) { Array.Copy(src, 0, dst, 0, 540); } }

    public static void Acopy5400(int n)
    { byte[] src = Source; byte[] dst = Destination; for (int i = 0; i < n; i++) { Array.Copy(src, 0, dst, 0, 5400); } }

    public static void Aclear540(int n) { byte[] dst = Destination; for (int i = 0; i < n; i++) { Array.Clear(dst, 0, 540); } }

    public static void UtcnowTicks(int n) { long l = 1; for (int i = 0; i < n; i++) { l = DateTime.UtcNow.Ticks; } SinkLong = l; }

    public static void InterlockedExch(int n)
    { int x = 1; int y = 7; for (int i = 0; i < n; i++) { Interlocked.Exchange(ref x, y); } }

    public static void InterlockedInc(int n) { int x = 1; for (int i = 0; i < n; i++) { Interlocked.Increment(ref x); } }

    public static void Lock(int n)
    { int x = 1; int y = 7; Box o = TheBox; for (int i = 0; i < n; i++) { lock (o) { x = y; } } Sink = x; }

    public static void TryFinally(int n)
    { int x = 1; int y = 7; int z = 3; for (int i = 0; i < n; i++) { try { x = y; } finally { z = y; } } Sink = x; Sink += z; }

    public static void TryCatch(int n)
    { int x = 1; int y = 7; int z = 3; for (int i = 0; i < n; i++) { try { x = y; } catch { z = y; } } Sink = x; Sink += z; }

    public static void Switch8(int n)
    { int x = 1; int y = 7;
      for (int i = 0; i < n; i++) { switch (y) { case 0: x = 1; break; case 1: x = 2; break; case 2: x = 3; break;
        case 3: x = 4; break; case 4: x = 5; break; default: x = 9; break; } } Sink = x; }

    public static void StrConcat2(int n)
    { string s = null; string s1 = Text; string s2 = Other; for (int i = 0; i < n; i++) { s = s1 + s2; } SinkObject = s; }

    public static void IntTostring(int n)
    { int y = 7; string s = null; for (int i = 0; i < n; i++) { s = y.ToString(); } SinkObject = s; }

    public static void StrEquals(int n)
    { string s1 = Text; string s2 = Other; bool bo = false; for (int i = 0; i < n; i++) { bo = s1 == s2; } Sink = bo ? 1 : 0; }

    public static void StrSubstring(int n)
    { string s = null; string s1 = Text; for (int i = 0; i < n; i++) { s = s1.Substring(2, 4); } SinkObject = s; }

    public static void StrIndexof(int n)
    { int x = 1; string s1 = Text; for (int i = 0; i < n; i++) { x = s1.IndexOf('q'); } Sink = x; }

    public static void StrIndex(int n) { int x = 1; string s1 = Text; for (int i = 0; i < n; i++) { x = s1[3]; } Sink = x; }

    public static void StrLength(int n) { int x = 1; string s1 = Text; for (int i = 0; i < n; i++) { x = s1.Length; } Sink = x; }

    public static void BitconvI16(int n)
    { int x = 1; byte[] src = Source; for (int i = 0; i < n; i++) { x = BitConverter.ToInt16(src, 4); } Sink = x; }

    public static void CastClass(int n) { Box o = TheBox; object ob2 = TheBox; for (int i = 0; i < n; i++) { o = (Box)ob2; } }

    public static void StructFld(int n) { int x = 1; Pair st = new Pair(1); for (int i = 0; i < n; i++) { x = st.A; } Sink = x; }

    public static void ArrayLen(int n) { int x = 1; byte[] b = Bytes; for (int i = 0; i < n; i++) { x = b.Length; } Sink = x; }

    public static void Inc(int n) { int x = 1; for (int i = 0; i < n; i++) { x++; } Sink = x; }

    public static void CompoundElem(int n) { int y = 7; int[] a = Ints; for (int i = 0; i < n; i++) { a[3] += y; } }

    public static void SbAppendStr(int n)
    { string s1 = Text; StringBuilder sb = Builder; for (int i = 0; i < n; i++) { sb.Append(s1); sb.Length = 0; } }

    public static void SbAppendInt(int n)
    { int y = 7; StringBuilder sb = Builder; for (int i = 0; i < n; i++) { sb.Append(y); sb.Length = 0; } }

    public static void SbTostring8(int n)
    { string s = null; StringBuilder sb2 = Filled; for (int i = 0; i < n; i++) { s = sb2.ToString(); } SinkObject = s; }

    public static void Utf8Getbytes8(int n)
    { byte[] bb = null; string s1 = Text; for (int i = 0; i < n; i++) { bb = Encoding.UTF8.GetBytes(s1); } SinkObject = bb; }

    public static void Utf8Getstring8(int n)
    { byte[] src = Source; string s = null;
      for (int i = 0; i < n; i++) { s = Encoding.UTF8.GetString(src, 0, 8); } SinkObject = s; }

    public static void HashtableGet(int n)
    { string s1 = Text; object ob2i = null; Hashtable ht = Table;
      for (int i = 0; i < n; i++) { ob2i = ht[s1]; } SinkObject = ob2i; }

    public static void ArraylistGet(int n)
    { object ob2i = null; ArrayList al = List; for (int i = 0; i < n; i++) { ob2i = al[0]; } SinkObject = ob2i; }

    public static void ThrowCatch(int n)
    { int x = 1; int y = 7; Exception ex = Fault;
      for (int i = 0; i < n; i++) { try { throw ex; } catch (Exception) { x = y; } } Sink = x; }

    public static void StrSplit3(int n)
    { string[] sa = null; for (int i = 0; i < n; i++) { sa = "a/b/c".Split('/'); } SinkObject = sa; }

    public static void IntParse(int n) { int x = 1; for (int i = 0; i < n; i++) { x = int.Parse("123"); } Sink = x; }

    public static void StrFormat1(int n)
    { int y = 7; string s = null; for (int i = 0; i < n; i++) { s = string.Format("v={0}", y); } SinkObject = s; }

    public static void ForeachInt16(int n)
    { int x = 1; int[] a = Ints; for (int i = 0; i < n; i++) { foreach (int q in a) { x = q; } } Sink = x; }

    public static void ForInt16(int n)
    { int x = 1; int[] a = Ints; for (int i = 0; i < n; i++) { for (int q = 0; q < a.Length; q++) { x = a[q]; } } Sink = x; }

    public static void EventSet(int n) { AutoResetEvent ev = Event; for (int i = 0; i < n; i++) { ev.Set(); } }

    public static void NewChar8(int n) { char[] ca = Chars; for (int i = 0; i < n; i++) { ca = new char[8]; } SinkObject = ca; }

    public static void StrNew(int n)
    { string s = null; char[] ca = Chars; for (int i = 0; i < n; i++) { s = new string(ca, 0, 4); } SinkObject = s; }

    public static void MathMax(int n)
    { int x = 1; int y = 7; int z = 3; for (int i = 0; i < n; i++) { x = Math.Max(y, z); } Sink = x; }

    public static void MathAbs(int n) { int x = 1; int y = 7; for (int i = 0; i < n; i++) { x = Math.Abs(y); } Sink = x; }

    public static void MathSqrt(int n)
    { int x = 1; double d = 0; double e = 2;
      for (int i = 0; i < n; i++) { d = Math.Sqrt(e); x += (int)d; } Sink = x; SinkFloat = (float)d; }

    public static void RandomNext(int n)
    { int x = 1; Random rnd = Dice; for (int i = 0; i < n; i++) { x = rnd.Next(100); } Sink = x; }

    public static void ByteCastStore(int n) { int y = 7; byte[] b = Bytes; for (int i = 0; i < n; i++) { b[3] = (byte)y; } }

    public static void ByteScale(int n)
    { int y = 7; byte[] b = Bytes; for (int i = 0; i < n; i++) { b[3] = (byte)((b[4] * y) >> 8); } }

    public static void SampleDecode(int n)
    { int x = 1; byte[] b = Bytes; for (int i = 0; i < n; i++) { x = (short)(b[3] | (b[4] << 8)); } Sink = x; }

    public static void JaggedGet(int n)
    { int x = 1; int[][] ja = Jagged; for (int i = 0; i < n; i++) { x = ja[1][2]; } Sink = x; }

    public static void NullCheck(int n)
    { int x = 1; object ob2 = TheBox; for (int i = 0; i < n; i++) { if (ob2 != null) { x = 1; } } Sink = x; }
}
