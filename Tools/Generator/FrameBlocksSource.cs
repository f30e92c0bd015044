using System.Text;

namespace NanoFirmware.Generator;

/// <summary>
/// Makes the loops over all bytes of a frame, unrolled over blocks: an index that is a constant is one instruction, an index
/// that counts is four, and a native copy to a block and back costs as much as twelve bytes. A cross-fade mixes a few short
/// blocks a frame; what goes over a whole frame takes wide ones.
/// </summary>
public static class FrameBlocksSource
{
    private const int Bytes = 45;
    private const int WidePixels = 60;

    private static readonly int[] EveryPixel = [.. Enumerable.Range(0, WidePixels)];

    // A quarter of red, which is a fifth of what the eye sees, and a tenth of blue, which is a fourteenth: of half a million
    // choices that a search by annealing tried, the one whose worst error of luminance over stripes of all periods, widths and
    // places is least.
    private static readonly int[] SampledRed = [1, 5, 9, 14, 18, 24, 27, 32, 36, 40, 43, 47, 51, 53, 58];
    private static readonly int[] SampledBlue = [11, 20, 29, 34, 45, 55];

    /// <summary>The C# source of <c>FrameBlocks</c>.</summary>
    public static string Write() => Head + Sums() + Scale() + Shade() + Turn() + Mix() + Tail;

    private const string Head = """
        // Made by Tools/Generator/FrameBlocksSource.cs: dotnet run --project Tools/Generator
        using System;

        namespace NanoFirmware.Outputs;

        /// <summary>What has to touch every byte of a frame, in blocks of 15 or 60 pixels. Each output has its own.</summary>
        internal sealed class FrameBlocks
        {
            private readonly ColourOrder _order;
            private readonly int _greenPlace;
            private readonly bool _isRedAfterGreen;

            /// <summary>Bytes of a block of <see cref="Mix"/>.</summary>
            public const int Size = 45;

            /// <summary>Bytes of a wide block.</summary>
            public const int WideSize = Size * 4;

            private readonly byte[] _a = new byte[Size];
            private readonly byte[] _b = new byte[Size];
            private readonly byte[] _wide = new byte[WideSize];

            /// <param name="order">That of the frames' bytes.</param>
            public FrameBlocks(ColourOrder order)
            {
                _order = order;
                _greenPlace = order.Green;
                _isRedAfterGreen = order.IsRedAfterGreen;
            }

            /// <summary>Sums of the last <see cref="Measure"/> or <see cref="Sample"/>: the bytes of each colour.</summary>
            public int Green;

            public int Red;

            public int Blue;

            /// <summary>
            /// First byte of a half of the frame whose mirror image the other half is: that one alone is looked at, and counts twice. Below 0
            /// all of it is looked at.
            /// </summary>
            public int HalfFrom = -1;

            /// <summary>What <see cref="Sample"/> would have said of the last frame of <see cref="MeasureAndSample"/>, all colours together.</summary>
            public int Sampled;


        """;

    private const string Tail = """
            private static void Take(byte[] frame, int at, int end, byte[] block)
            {
                if (end - at >= block.Length)
                {
                    Array.Copy(frame, at, block, 0, block.Length);
                    return;
                }

                Array.Clear(block, 0, block.Length);
                Array.Copy(frame, at, block, 0, end - at);
            }

            private static void Put(byte[] block, byte[] frame, int at) =>
                Array.Copy(block, 0, frame, at, frame.Length - at < block.Length ? frame.Length - at : block.Length);
        }

        """;

    private static string Sums() => """
            /// <summary>Adds up the colours of a frame, and tells what a sample of it would be.</summary>
            public void MeasureAndSample(byte[] frame)
            {
                // Of a half, and in other orders than the usual, the sample is taken elsewhere.
                if (HalfFrom < 0 && _order.IsUsual)
                {
                    Measure(frame);
                    return;
                }

                Sample(frame);
                int sampled = Green + Red + Blue;
                Measure(frame);
                Sampled = sampled;
            }

            /// <summary>Adds up the colours of a frame.</summary>
            public void Measure(byte[] frame)
            {
                int half = HalfFrom;
                if (half < 0)
                {
                    Measure(frame, 0, frame.Length);
                    return;
                }

                Measure(frame, half, half + (frame.Length / 2));
                Green *= 2;
                Red *= 2;
                Blue *= 2;
            }

            /// <summary>Adds up those of a part of it, those pixels apart that a sample is taken from.</summary>
            /// <param name="frame">3 bytes a pixel in wire order.</param>
            /// <param name="from">The part's first byte.</param>
            /// <param name="end">The one behind its last.</param>
            public void Measure(byte[] frame, int from, int end)
            {
                byte[] a = _wide;
                int first = 0, second = 0, third = 0, sampledSecond = 0, sampledThird = 0;
                for (int at = from; at < end; at += 180)
                {
                    Take(frame, at, end, a);

        """ + AddEach(true) + $$"""
                    if (end - at <= {{WidePixels / 2 * 3}})
                    {
                        break;
                    }


        """ + AddEach(false) + $$"""
                }

                second += sampledSecond;
                third += sampledThird;
                if (_order.IsUsual)
                {
                    Sampled = first + (sampledSecond{{Share(SampledRed)}}) + (sampledThird{{Share(SampledBlue)}});
                    Green = first;
                    Red = second;
                    Blue = third;
                    return;
                }

                Green = ColourOrder.At(_order.Green, first, second, third);
                Red = ColourOrder.At(_order.Red, first, second, third);
                Blue = ColourOrder.At(_order.Blue, first, second, third);
            }

            /// <summary>
            /// Adds up green, which is seven tenths of what the eye sees, and estimates red from a quarter of the pixels and blue from a
            /// tenth, in 45 % of the time. Of stripes of any width luminance is told to 2.5 % of full: none share a period with those pixels.
            /// </summary>
            /// <param name="frame">3 bytes a pixel in wire order; what stands before the first green is not looked at.</param>
            public void Sample(byte[] frame)
            {
                if (HalfFrom >= 0)
                {
                    SampleHalf(frame);
                    return;
                }

                if (!_isRedAfterGreen)
                {
                    SampleBlueAfterGreen(frame);
                    return;
                }


        """ + SampleFrom(1, 2) + """
            private void SampleBlueAfterGreen(byte[] frame)
            {

        """ + SampleFrom(2, 1) + """
            // A look at all of a mirrored frame comes upon the pixels of a half forwards and backwards; luminance of stripes is told to
            // 2.7 % of full so.
            private void SampleHalf(byte[] frame)
            {
                if (!_isRedAfterGreen)
                {
                    SampleHalfBlueAfterGreen(frame);
                    return;
                }


        """ + SampleHalfFrom(1, 2) + """
            private void SampleHalfBlueAfterGreen(byte[] frame)
            {

        """ + SampleHalfFrom(2, 1);

    // Blocks begin with the first green, so that it has the same places in all orders; a call for each would cost as much as
    // three pixels.
    private static string SampleFrom(int redPlace, int bluePlace) => """
                // The first block lies where it is looked at, in the usual order; the others are taken there.
                byte[] a = frame;
                int green = 0, red = 0, blue = 0;
                int length = frame.Length;
                for (int at = _greenPlace; at < length; at += 180)
                {
                    if (at > 0 || length < 180)
                    {
                        a = _wide;
                        if (length - at >= 180)
                        {
                            Array.Copy(frame, at, a, 0, 180);
                        }
                        else
                        {
                            Take(frame, at, length, a);
                        }
                    }


        """ + Add("green", EveryPixel, 0) + Add("red", SampledRed, redPlace) + Add("blue", SampledBlue, bluePlace) + $$"""
                }

                Green = green;
                Red = red{{Share(SampledRed)}};
                Blue = blue{{Share(SampledBlue)}};
            }


        """;

    // What is left at the end is often no more than half a block; of either half as many pixels are looked at.
    private static string SampleHalfFrom(int redPlace, int bluePlace) => $$"""
                byte[] a = _wide;
                int green = 0, red = 0, blue = 0;
                int from = HalfFrom + _greenPlace;
                int end = from + (frame.Length / 2);
                int last = end < frame.Length ? end : frame.Length;
                for (int at = from; at < end; at += 180)
                {
                    if (end - at == {{WidePixels / 2 * 3}} && end == last)
                    {
                        Array.Copy(frame, at, a, 0, {{WidePixels / 2 * 3}});
                    }
                    else
                    {
                        Take(frame, at, last, a);
                    }


        """ + AddBothWays(true, redPlace, bluePlace) + $$"""
                    if (end - at <= {{WidePixels / 2 * 3}})
                    {
                        break;
                    }


        """ + AddBothWays(false, redPlace, bluePlace) + $$"""
                }

                Green = green * 2;
                Red = red{{Share(SampledRed)}};
                Blue = blue{{Share(SampledBlue)}};
            }


        """;

    private static string AddBothWays(bool isFirst, int redPlace, int bluePlace) =>
        Add("green", HalfOf(EveryPixel, isFirst), 0) + Add("red", HalfOf(BothWays(SampledRed), isFirst), redPlace)
        + Add("blue", HalfOf(BothWays(SampledBlue), isFirst), bluePlace);

    private static string AddEach(bool isFirst) =>
        Add("first", HalfOf(EveryPixel, isFirst), 0) + Add("sampledSecond", HalfOf(SampledRed, isFirst), 1)
        + Add("second", HalfOf([.. EveryPixel.Except(SampledRed)], isFirst), 1)
        + Add("sampledThird", HalfOf(SampledBlue, isFirst), 2)
        + Add("third", HalfOf([.. EveryPixel.Except(SampledBlue)], isFirst), 2);

    private static int[] BothWays(int[] pixels) =>
        [.. pixels.Concat(pixels.Select(pixel => WidePixels - 1 - pixel)).Order()];

    private static int[] HalfOf(int[] pixels, bool isFirst) =>
        [.. pixels.Where(pixel => pixel < WidePixels / 2 == isFirst)];

    private static string Add(string sum, int[] pixels, int place) => $"            {sum} += {Terms(pixels, place)};\n";

    private static string Share(int[] pixels) => $" * {WidePixels / pixels.Length}";

    // Ten a line.
    private static string Terms(int[] pixels, int part) =>
        string.Join(
            "\n                + ",
            pixels.Chunk(10).Select(ten => string.Join(" + ", ten.Select(pixel => $"a[{(3 * pixel) + part}]"))));

    private static string Scale() => """
            /// <summary>Multiplies every byte of <paramref name="frame"/> by <paramref name="factor"/> / 4096, rounded down.</summary>
            public void Scale(byte[] frame, byte[] result, int factor)
            {
                byte[] a = _wide;
                for (int at = 0; at < frame.Length; at += 180)
                {
                    Take(frame, at, frame.Length, a);

        """ + Repeat(WidePixels * 3, "            ", i => $"a[{i}] = (byte)((a[{i}] * factor) >> 12);") + """
                    Put(a, result, at);
                }
            }


        """;

    private static string Shade() => """
            /// <summary>Puts every byte of a frame through its colour's table.</summary>
            /// <param name="frame">3 bytes a pixel in wire order; where there are windows, the first two the other way round.</param>
            /// <param name="result">The same in wire order.</param>
            /// <param name="firsts">The tables by place in the result, 256 bytes each.</param>
            /// <param name="seconds">The next one.</param>
            /// <param name="thirds">The last one.</param>
            /// <param name="firstWindow">As long as a wide block, to read the first a place aside; null for a frame in wire order.</param>
            /// <param name="secondWindow">The same for the second.</param>
            public void Shade(byte[] frame, byte[] result, byte[] firsts, byte[] seconds, byte[] thirds, byte[] firstWindow, byte[] secondWindow)
            {
                byte[] a = _wide;
                byte[] f = firstWindow ?? a;
                byte[] s = secondWindow ?? a;
                for (int at = 0; at < frame.Length; at += 180)
                {
                    Take(frame, at, frame.Length, a);
                    if (f != a)
                    {
                        Array.Copy(a, 1, f, 0, 179);
                        Array.Copy(a, 0, s, 1, 179);
                    }


        """ + Repeat(WidePixels, "            ", i =>
            $"a[{3 * i}] = firsts[f[{3 * i}]];\n            a[{(3 * i) + 1}] = seconds[s[{(3 * i) + 1}]];\n"
            + $"            a[{(3 * i) + 2}] = thirds[a[{(3 * i) + 2}]];") + """
                    Put(a, result, at);
                }
            }


        """;

    private static string Turn() => """
            /// <summary>The first two colours change places in every pixel.</summary>
            public void Turn(byte[] frame)
            {
                byte[] a = _wide;
                byte first;
                for (int at = 0; at < frame.Length; at += 180)
                {
                    Take(frame, at, frame.Length, a);

        """ + Repeat(WidePixels, "            ", i =>
            $"first = a[{3 * i}];\n            a[{3 * i}] = a[{(3 * i) + 1}];\n            a[{(3 * i) + 1}] = first;") + """
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
                Take(from, at, from.Length, a);
                Take(to, at, to.Length, b);
                int rest = 256 - share;

        """ + Repeat(Bytes, "        ", i => $"a[{i}] = (byte)(((a[{i}] * rest) + (b[{i}] * share)) >> 8);") + """
                Put(a, result, at);
            }


        """;

    private static string Repeat(int count, string indentation, Func<int, string> statement) =>
        string.Concat(Enumerable.Range(0, count).Select(i => indentation + statement(i) + "\n"));
}
