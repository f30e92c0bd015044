using System.Globalization;
using System.Text;

namespace NanoFirmware.Generator;

/// <summary>
/// Unrolls the filter bank: decoding, half-band splitting and the sums over each octave, straight through half a hop.
/// On an interpreter every loop counter, index sum and buffer access that is not there is a gain (docs/adr/0005).
/// </summary>
public sealed class FilterBankWriter
{
    /// <summary>All-pass coefficient of the third-order half-band filter.</summary>
    public const double AllPass = 0.4;

    private const int HopSamples = 256;
    private const int BlockSamples = 128;

    // The eighth octave has one pair of samples a hop: it is split after the blocks.
    private const int LastOctave = 7;

    // In the three highest octaves the sums run over 9 of 64, 9 of 32 and 5 of 8 samples of the upper half: a run is long
    // enough for its lags, and no drum is shorter than the gap. A period of 1 is no gap.
    private static readonly int[] Period = { 64, 32, 8, 1, 1, 1, 1, 1 };
    private static readonly int[] RunLength = { 9, 9, 5 };

    // How much of earlier hops stays in the mean, lowest octave last: at 8 samples a hop and fewer one hop cannot tell.
    private static readonly double[] Memory = { 0, 0, 0, 0, 0.3, 0.5, 0.6, 0.75 };

    private readonly StringBuilder _text = new();
    private readonly UpperHalf[] _upper = Enumerable.Range(0, LastOctave).Select(o => new UpperHalf(o, GroupOf(o))).ToArray();
    private readonly List<string> _state = new();

    /// <summary>Products in the sums of one hop of an octave, 0 being the highest.</summary>
    public static int SumLength(int octave) => Period[octave] > 1 ? (128 >> octave) / Period[octave] * (RunLength[octave] - 1) : 128 >> octave;

    /// <summary>The text of FilterBank.g.cs.</summary>
    public string Write()
    {
        _text.AppendLine("// Written by Tools/Generator (FilterBankWriter); change it there and run it again.");
        _text.AppendLine("using System;").AppendLine();
        _text.AppendLine("namespace NanoFirmware.Audio;").AppendLine();
        _text.AppendLine("public sealed partial class FilterBank").AppendLine("{");
        WriteConstants();
        _text.AppendLine("    /// <summary>Takes one hop of 256 frames of 4 bytes; the sample lies at <paramref name=\"slotOffset\"/>, high byte first when <paramref name=\"swapped\"/>.</summary>");
        _text.AppendLine("    public void Split(byte[] hop, int slotOffset, bool swapped)").AppendLine("    {");
        WriteLocals();
        WriteBlocks();
        WriteLastOctave();
        WriteResults();
        _text.AppendLine("    }").AppendLine("}");
        return _text.ToString().ReplaceLineEndings("\n");
    }

    private static int GroupOf(int octave) => Math.Min(4, (BlockSamples / 2) >> octave);

    private static bool IsInRun(int octave, int pair) => Period[octave] == 1 || pair % Period[octave] < RunLength[octave];

    private void WriteConstants() => _text.AppendLine(Invariant($"    private const float A = {AllPass}f;")).AppendLine();

    private void WriteLocals()
    {
        Line("float[] highByte = HighByte, state = _state, energy = Energy, lag = Lag;");
        Line("byte[] low = swapped ? _swappedWindow : _window, high = _window;");
        for (int octave = 0; octave <= LastOctave; octave++)
        {
            Keep(octave is LastOctave or LastOctave - 1 ? $"y{octave}" : $"y{octave}b", $"odd{octave}");
            if (Period[octave] == 1)
            {
                Keep($"h{octave}n0");
            }
        }

        Line("float even0, low7, " + string.Join(", ", Enumerable.Range(0, LastOctave).SelectMany(Scratch)) + ";");
        Line("float " + string.Join(", ", Enumerable.Range(0, LastOctave).Select(o => $"energy{o} = 0, lag{o} = 0")) + ";");
        Line("float first7 = 0, second7 = 0;");
        _text.AppendLine();
    }

    private static IEnumerable<string> Scratch(int octave)
    {
        if (octave < LastOctave - 1)
        {
            yield return $"y{octave}a";
            yield return $"low{octave}";
        }

        yield return $"next{octave}";
        for (int n = Period[octave] == 1 ? 1 : 0; n <= GroupOf(octave); n++)
        {
            yield return $"h{octave}n{n}";
        }
    }

    private void Keep(params string[] names)
    {
        foreach (string name in names)
        {
            Line(Invariant($"float {name} = state[{_state.Count}];"));
            _state.Add(name);
        }
    }

    private void WriteBlocks()
    {
        const int last = (BlockSamples * 4) - 4;
        Line(Invariant($"for (int from = slotOffset; from < {HopSamples * 4}; from += {BlockSamples * 4})"));
        Line("{");
        Line("    if (swapped)");
        Line("    {");
        Line(Invariant($"        Array.Copy(hop, from + 1, low, 0, {last + 1});"));
        Line(Invariant($"        Array.Copy(hop, from, high, 1, {last + 1});"));
        Line("    }");
        Line("    else");
        Line("    {");
        Line(Invariant($"        Array.Copy(hop, from, low, 0, {last + 2});"));
        Line("    }");
        _text.AppendLine();
        for (int pair = 0; pair < BlockSamples / 2; pair++)
        {
            WritePair(0, pair, Sample(2 * pair), Sample((2 * pair) + 1));
        }

        for (int octave = 0; octave < LastOctave; octave++)
        {
            if (Period[octave] == 1 && _upper[octave].Base is var name && name != $"h{octave}n0")
            {
                Statement($"h{octave}n0 = {name};");
                _upper[octave].Restart();
            }
        }

        Line("}");
        _text.AppendLine();
    }

    private static string Sample(int index) => Invariant($"highByte[high[{(4 * index) + 1}]] + low[{4 * index}]");

    // One pair of an octave's samples: the odd one through the all-pass, then sum and difference with the even one.
    // Names alternate from pair to pair instead of values being moved.
    private void WritePair(int octave, int pair, string even, string odd)
    {
        bool alternates = octave < LastOctave - 1, isSecond = pair % 2 == 1;
        (string fresh, string before) = isSecond && alternates ? ($"odd{octave}", $"next{octave}") : ($"next{octave}", $"odd{octave}");
        (string y, string yBefore) = !alternates ? ($"y{octave}", $"y{octave}") : isSecond ? ($"y{octave}b", $"y{octave}a") : ($"y{octave}a", $"y{octave}b");
        Statement($"{fresh} = {odd};");
        Statement($"{y} = (A * ({fresh} - {yBefore})) + {before};");
        if (!alternates)
        {
            Statement($"{before} = {fresh};");
        }

        if (IsInRun(octave, pair))
        {
            if (octave == 0)
            {
                Statement($"even0 = {even};");
                even = "even0";
            }

            WriteUpper(octave, pair, $"{y} - {even}");
        }

        WriteLower(octave, pair, $"{y} + {even}");
    }

    private void WriteUpper(int octave, int pair, string value)
    {
        UpperHalf upper = _upper[octave];
        if (Period[octave] > 1 && pair % Period[octave] == 0)
        {
            upper.Restart();
            Statement($"{upper.Base} = {value};");
            return;
        }

        Statement($"{upper.Next()} = {value};");
        if (upper.IsFull)
        {
            Statement($"energy{octave} += {upper.Squares()};");
            Statement($"lag{octave} += {upper.Lags()};");
            upper.Continue();
        }
    }

    // The even sample of the next octave waits as an expression when it is needed only once, else in a local.
    private void WriteLower(int octave, int pair, string value)
    {
        if (octave == LastOctave - 1)
        {
            Statement("first7 = second7;");
            Statement($"second7 = {value};");
        }
        else if (pair % 2 == 1)
        {
            WritePair(octave + 1, pair / 2, _waiting[octave], value);
        }
        else if (octave == 0 && !IsInRun(0, pair) && !IsInRun(1, pair / 2))
        {
            _waiting[octave] = value;
        }
        else
        {
            Statement($"low{octave} = {value};");
            _waiting[octave] = $"low{octave}";
        }
    }

    private readonly string[] _waiting = new string[LastOctave];

    private void WriteLastOctave()
    {
        Line("y7 = (A * (second7 - y7)) + odd7;");
        Line("odd7 = second7;");
        Line("low7 = y7 - first7;");
        Line("float energy7 = low7 * low7, lag7 = low7 * h7n0;");
        Line("h7n0 = low7;");
        Line("_lowest = y7 + first7;");
        _text.AppendLine();
    }

    // Sums become means in counts²: every stage gained 2.
    private void WriteResults()
    {
        for (int octave = 0; octave <= LastOctave; octave++)
        {
            double take = (1 - Memory[octave]) / (SumLength(octave) * Math.Pow(4, octave + 1));
            foreach (string mean in new[] { "energy", "lag" })
            {
                string kept = Memory[octave] > 0 ? Invariant($"({Memory[octave]}f * {mean}[{octave}]) + ") : "";
                Line(Invariant($"{mean}[{octave}] = {kept}({take:G9}f * {mean}{octave});"));
            }
        }

        Line("TotalPower = " + string.Join(" + ", Enumerable.Range(0, LastOctave + 1).Select(o => $"energy[{o}]")) + ";");
        _text.AppendLine();
        for (int i = 0; i < _state.Count; i++)
        {
            Line(Invariant($"state[{i}] = {_state[i]};"));
        }
    }

    private void Line(string line) => _text.Append("        ").AppendLine(line);

    private void Statement(string line) => Line("    " + line);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
