using System.Text;

namespace NanoFirmware.Generator;

/// <summary>
/// Makes the loops over all bytes of a frame, unrolled over blocks of 45: an index that is a constant is one instruction, an index
/// that counts is four, and a native copy to a block and back costs as much as twelve bytes. Blocks of 90 would save a tenth of the
/// time, and take two kilobytes more of the 64 that the device's assembly may have of code.
/// </summary>
public static class FrameBlocksSource
{
    private const int Bytes = 45;

    // Fewer copies for what is summed thinly.
    private const int WideBytes = 180;
    private const int SampledPixel = 3;

    /// <summary>The C# source of <c>FrameBlocks</c>.</summary>
    public static string Write() => Head + Sums() + Scale() + Mix() + Tail;

    private const string Head = """
        // Made by Tools/Generator/FrameBlocksSource.cs: dotnet run --project Tools/Generator
        using System;

        namespace NanoFirmware.Rendering;

        /// <summary>What has to touch every byte of a frame, in blocks of 15 pixels. Each channel has its own.</summary>
        internal sealed class FrameBlocks
        {
            /// <summary>Bytes of a block.</summary>
            public const int Size = 45;

            private readonly byte[] _a = new byte[Size];
            private readonly byte[] _b = new byte[Size];
            private readonly byte[] _wide = new byte[Size * 4];

            /// <summary>Sums of the last <see cref="Measure"/> or <see cref="Sample"/>: the bytes of each colour.</summary>
            public int Green;

            public int Red;

            public int Blue;


        """;

    private const string Tail = """
            private static void Take(byte[] frame, int at, byte[] block)
            {
                if (frame.Length - at >= block.Length)
                {
                    Array.Copy(frame, at, block, 0, block.Length);
                    return;
                }

                Array.Clear(block, 0, block.Length);
                Array.Copy(frame, at, block, 0, frame.Length - at);
            }

            private static void Put(byte[] block, byte[] frame, int at) =>
                Array.Copy(block, 0, frame, at, frame.Length - at < Size ? frame.Length - at : Size);
        }

        """;

    private static string Sums()
    {
        var source = new StringBuilder("""
                /// <summary>Adds up the colours of a frame.</summary>
                public void Measure(byte[] frame)
                {
                    Green = Red = Blue = 0;
                    for (int first = 0; first < 9; first += 3)
                    {
                        Add(frame, first);
                    }
                }

                /// <summary>Estimates the same from every third pixel, in a third of the time.</summary>
                public void Sample(byte[] frame)
                {
                    Green = Red = Blue = 0;
                    Add(frame, 0);
                    Green *= 3;
                    Red *= 3;
                    Blue *= 3;
                }

                // Every third pixel, beginning at a byte.
                private void Add(byte[] frame, int first)
                {
                    byte[] a = _wide;
                    int green = 0, red = 0, blue = 0;
                    for (int at = first; at < frame.Length; at += 180)
                    {
                        Take(frame, at, a);

            """);
        string[] colours = ["green", "red", "blue"];
        for (int part = 0; part < colours.Length; part++)
        {
            IEnumerable<string> terms = Enumerable.Range(0, WideBytes / 3).Where(i => i % SampledPixel == 0).Select(i => $"a[{(3 * i) + part}]");
            source.Append($"            {colours[part]} += {string.Join(" + ", terms)};\n");
        }

        return source.Append("""
                    }

                    Green += green;
                    Red += red;
                    Blue += blue;
                }


            """).ToString();
    }

    private static string Scale() => """
            /// <summary>Multiplies every byte by <paramref name="factor"/> / 4096, rounded down.</summary>
            public void Scale(byte[] frame, int factor)
            {
                byte[] a = _a;
                for (int at = 0; at < frame.Length; at += Size)
                {
                    Take(frame, at, a);

        """ + Repeat("            ", i => $"a[{i}] = (byte)((a[{i}] * factor) >> 12);") + """
                    Put(a, frame, at);
                }
            }


        """;

    private static string Mix() => """
            /// <summary>Mixes one block: <paramref name="share"/> / 256 of <paramref name="to"/>, the rest of <paramref name="from"/>.</summary>
            public void Mix(byte[] from, byte[] to, byte[] result, int at, int share)
            {
                byte[] a = _a;
                byte[] b = _b;
                Take(from, at, a);
                Take(to, at, b);
                int rest = 256 - share;

        """ + Repeat("        ", i => $"a[{i}] = (byte)(((a[{i}] * rest) + (b[{i}] * share)) >> 8);") + """
                Put(a, result, at);
            }


        """;

    private static string Repeat(string indentation, Func<int, string> statement) =>
        string.Concat(Enumerable.Range(0, Bytes).Select(i => indentation + statement(i) + "\n"));
}
