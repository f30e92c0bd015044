using System;
using System.Collections;
using System.Text;
using System.Threading;

namespace NanoFirmware.Subjects;

/// <summary>What the rows of nanoclr-cost.csv work on.</summary>
public static partial class CostRows
{
    private static readonly byte[] Bytes = new byte[32];
    private static readonly int[] Ints = new int[16];
    private static readonly float[] Floats = new float[16];
    private static readonly byte[] Source = new byte[5400];
    private static readonly byte[] Destination = new byte[5400];
    private static readonly int[][] Jagged = { new int[4], new int[4] };
    private static readonly char[] Chars = { 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' };
    private static readonly Box TheBox = new Box();
    private static readonly Wide Derived = new Wide();
    private static readonly string Text = new string(Chars);
    private static readonly string Other = new string(Chars, 1, 4);
    private static readonly StringBuilder Builder = new StringBuilder();
    private static readonly StringBuilder Filled = new StringBuilder("12345678");
    private static readonly Hashtable Table = new Hashtable { { Text, TheBox } };
    private static readonly ArrayList List = new ArrayList { TheBox };
    private static readonly Exception Fault = new Exception();
    private static readonly AutoResetEvent Event = new AutoResetEvent(false);
    private static readonly Random Dice = new Random();

    internal static int Sink;
    internal static long SinkLong;
    internal static float SinkFloat;
    internal static object SinkObject;
    internal static int SharedField;

    private delegate void Taker(int a);

    private interface IShape
    {
        void F1(int a);
    }

    /// <summary>The loop alone, which every row is freed of.</summary>
    public static void Empty(int n)
    {
        for (int i = 0; i < n; i++)
        {
        }
    }

    private static void S0()
    {
    }

    private static void S1(int a)
    {
    }

    private static void S4(int a, int b, int c, int d)
    {
    }

    private static int SR(int a) => a;

    private struct Pair
    {
        public int A;

        public Pair(int a) => A = a;
    }

    private class Box
    {
        public int Field;

        public int Property => Field;

        public void I1(int a)
        {
        }

        public virtual void V1(int a)
        {
        }
    }

    private sealed class Wide : Box, IShape
    {
        public override void V1(int a)
        {
        }

        public void F1(int a)
        {
        }
    }
}
