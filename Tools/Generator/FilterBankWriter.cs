using System.Globalization;
using System.Text;

namespace NanoFirmware.Generator;

/// <summary>
/// Unrolls the filter bank: decoding, half-band splitting and the sums over each octave, straight through a quarter of a hop.
/// The half-band filters are of third order: one all-pass, its coefficient a half, which is a shift.
/// On an interpreter every loop counter, index sum and buffer access that is not there is a gain (docs/adr/0005).
/// </summary>
public sealed class FilterBankWriter
{
    private const int HopSamples = 256;
    private const int FrameBytes = 8;

    // Of a slot's four bytes the upper two are taken. The usual hop's first quarter is read where it lies.
    private const int LowByte = 2;
    private const int BlockSamples = 64;

    // The two lowest octaves have two pairs of samples a hop and one: they are split after the blocks.
    private const int LastOctave = 7;
    private const int BlockOctaves = 6;

    // In the three highest octaves the sums run over 3 of 32, 4 of 16 and 4 of 8 samples of the upper half: a run is long
    // enough for its lags, and no drum is shorter than the gap. A period of 1 is no gap.
    private static readonly int[] Period = { 32, 16, 8, 1, 1, 1, 1, 1 };
    private static readonly int[] RunLength = { 3, 4, 4 };

    // How much of earlier hops stays in the mean, lowest octave last: at 8 samples a hop and fewer one hop cannot tell.
    private static readonly double[] Memory = { 0, 0, 0, 0, 0.3, 0.5, 0.6, 0.75 };

    private readonly StringBuilder _text = new();
    private readonly UpperHalf[] _upper = Enumerable.Range(0, BlockOctaves).Select(o => new UpperHalf(o, GroupOf(o))).ToArray();
    private readonly List<string> _state = new();

    // Of the state what the blocks need: it is in locals meanwhile. What is needed once stays in its field.
    private readonly List<string> _loaded = new();

    /// <summary>Squares in the energy of one hop of an octave, 0 being the highest.</summary>
    public static int SumLength(int octave) =>
        Period[octave] > 1 ? (128 >> octave) / Period[octave] * RunLength[octave] : 128 >> octave;

    // Products of neighbours in the same hop: all of them, or two of each group. Nothing but the display listens to them, which
    // shows the odd octaves and the even ones in turns: those that keep nothing of earlier hops are summed in their turn alone.
    private static int LagLength(int octave) =>
        octave < BlockOctaves && !HasBefore(octave) ? SumLength(octave) / GroupOf(octave) * 2 : SumLength(octave);

    /// <summary>The text of FilterBank.g.cs.</summary>
    public string Write()
    {
        _text.AppendLine("// Written by Tools/Generator (FilterBankWriter); change it there and run it again.");
        _text.AppendLine("using System;").AppendLine();
        _text.AppendLine("namespace NanoFirmware.Audio;").AppendLine();
        _text.AppendLine("public sealed partial class FilterBank").AppendLine("{");
        _text.AppendLine(
            "    /// <summary>Takes one hop of 256 frames of 8 bytes; the upper 16 bits of the four at <paramref "
                + "name=\"slotOffset\"/>, high byte first when <paramref name=\"swapped\"/>.</summary>");
        _text.AppendLine("    public void Split(byte[] hop, int slotOffset, bool swapped)").AppendLine("    {");
        WriteLocals();
        WriteBlocks();
        WriteLastOctaves();
        WriteResults();
        _text.AppendLine("    }");
        WriteState();
        _text.AppendLine("}");
        return _text.ToString().ReplaceLineEndings("\n");
    }

    private static int GroupOf(int octave) => Period[octave] > 1 ? RunLength[octave] : Math.Min(4, (BlockSamples / 2) >> octave);

    // A group of one or two needs the sample before it for its lags, a longer one has them within.
    private static bool HasBefore(int octave) => GroupOf(octave) <= 2;

    private static bool IsInRun(int octave, int pair) => Period[octave] == 1 || pair % Period[octave] < RunLength[octave];

    private void WriteLocals()
    {
        // The first four locals are a byte shorter to name than the others.
        Line("byte[] high = swapped ? _window : hop, low = swapped ? SwappedWindow() : hop;");
        Line("short[] worth = _worth;");
        Line("bool isOdd = Turn == 0;");
        Line("Turn = isOdd ? 1 : 0;");
        Line("float[] energy = Energy, lag = Lag;");
        for (int octave = 0; octave < BlockOctaves; octave++)
        {
            Load(Alternates(octave) ? $"y{octave}b" : $"y{octave}", $"odd{octave}");
            if (HasBefore(octave))
            {
                Load($"h{octave}n0");
            }
        }

        Line("int even0, " + string.Join(", ", Enumerable.Range(0, BlockOctaves).SelectMany(Scratch)) + ";");
        Line("float " + string.Join(", ", Enumerable.Range(0, BlockOctaves).SelectMany(UpperScratch)) + ";");
        IEnumerable<string> sums =
            Enumerable.Range(0, BlockOctaves).SelectMany(octave => new[] { $"energy{octave}", LagOf(octave) });
        Line("float " + string.Join(", ", sums.Distinct().Select(sum => $"{sum} = 0")) + ";");
        Line("int first6 = 0, second6 = 0, third6 = 0, fourth6 = 0;");
        _text.AppendLine();
    }

    private static IEnumerable<string> Scratch(int octave)
    {
        if (Alternates(octave))
        {
            yield return $"y{octave}a";
            yield return $"low{octave}";
        }

        yield return $"next{octave}";
    }

    private static IEnumerable<string> UpperScratch(int octave) =>
        Enumerable.Range(1, GroupOf(octave)).Select(n => $"h{octave}n{n}");

    // Samples of an upper half are whole numbers below 2^24, in floats because their products are not.
    private static bool IsUpper(string name) => name[0] == 'h';

    // With one pair a block there is nothing to alternate between.
    private static bool Alternates(int octave) => octave < BlockOctaves - 1;

    private void Load(params string[] names)
    {
        foreach (string name in names)
        {
            Line($"{TypeOf(name)} {name} = _{name};");
            _loaded.Add(name);
        }

        Keep(names);
    }

    private void Keep(params string[] names) => _state.AddRange(names);

    private void WriteBlocks()
    {
        const int last = (BlockSamples - 1) * FrameBytes;
        Line(Invariant($"for (int from = slotOffset; from < {HopSamples * FrameBytes}; from += {BlockSamples * FrameBytes})"));
        Line("{");
        Line("    if (swapped)");
        Line("    {");
        Line(Invariant($"        Array.Copy(hop, from + 1, low, {LowByte}, {last + 1});"));
        Line(Invariant($"        Array.Copy(hop, from, high, {LowByte + 1}, {last + 1});"));
        Line("    }");
        Line("    else if (from > 0)");
        Line("    {");
        Line("        high = low = _window;");
        Line(Invariant($"        Array.Copy(hop, from, low, 0, {last + LowByte + 2});"));
        Line("    }");
        _text.AppendLine();
        for (int pair = 0; pair < BlockSamples / 2; pair++)
        {
            WritePair(0, pair, Sample(2 * pair), Sample((2 * pair) + 1));
        }

        WriteLagsInTurn();
        for (int octave = 0; octave < BlockOctaves; octave++)
        {
            if (HasBefore(octave) && _upper[octave].Base is var name && name != $"h{octave}n0")
            {
                Statement($"h{octave}n0 = {name};");
                _upper[octave].Restart();
            }
        }

        Line("}");
        _text.AppendLine();
    }

    // Each such octave has had one run in the block, whose samples are still there.
    private void WriteLagsInTurn()
    {
        for (int turn = 1; turn >= 0; turn--)
        {
            Statement(turn == 1 ? "if (isOdd)" : "else");
            Statement("{");
            for (int octave = turn; octave < BlockOctaves; octave += 2)
            {
                if (IsInTurn(octave))
                {
                    Statement($"    {LagOf(octave)} += {_upper[octave].Lags()};");
                }
            }

            Statement("}");
        }

        _text.AppendLine();
    }

    private static bool IsInTurn(int octave) => Memory[octave] == 0;

    // Of two octaves that have their turns one after the other, one local holds the sum.
    private static string LagOf(int octave) => IsInTurn(octave) ? $"lag{octave & ~1}or{octave | 1}" : $"lag{octave}";

    // A table of what high bytes are worth spares a shift and a conversion.
    private static string Sample(int index) =>
        Invariant($"worth[high[{(FrameBytes * index) + LowByte + 1}]] + low[{(FrameBytes * index) + LowByte}]");

    // One pair of an octave's samples: the odd one through the all-pass, then sum and difference with the even one.
    // Names alternate from pair to pair instead of values being moved.
    private void WritePair(int octave, int pair, string even, string odd)
    {
        bool alternates = Alternates(octave);
        bool isSecond = pair % 2 == 1;
        (string fresh, string before) = isSecond
            && alternates ? ($"odd{octave}", $"next{octave}") : ($"next{octave}", $"odd{octave}");
        (string y, string yBefore) = (alternates, isSecond) switch
        {
            (false, _) => ($"y{octave}", $"y{octave}"),
            (_, true) => ($"y{octave}b", $"y{octave}a"),
            _ => ($"y{octave}a", $"y{octave}b"),
        };
        Statement($"{fresh} = {odd};");
        Statement($"{y} = (({fresh} - {yBefore}) >> 1) + {before};");
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
        Statement($"{upper.Next()} = {value};");
        if (upper.IsFull)
        {
            Statement($"energy{octave} += {upper.Squares()};");
            if (!IsInTurn(octave))
            {
                Statement($"{LagOf(octave)} += {upper.Lags()};");
            }

            upper.Continue();
        }
    }

    // The even sample of the next octave waits as an expression when it is needed only once, else in a local.
    private void WriteLower(int octave, int pair, string value)
    {
        if (octave == BlockOctaves - 1)
        {
            Statement("first6 = second6;");
            Statement("second6 = third6;");
            Statement("third6 = fourth6;");
            Statement($"fourth6 = {value};");
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

    private readonly string[] _waiting = new string[BlockOctaves];

    private void WriteLastOctaves()
    {
        Keep("y6", "odd6", "h6n0", "y7", "odd7", "h7n0");
        Line("int y6 = ((second6 - _y6) >> 1) + _odd6;");
        Line("float h6n1 = y6 - first6;");
        Line("int first7 = y6 + first6;");
        Line("y6 = ((fourth6 - y6) >> 1) + second6;");
        Line("_y6 = y6;");
        Line("_odd6 = fourth6;");
        Line("float h6n2 = y6 - third6;");
        Line("int second7 = y6 + third6;");
        Line("float energy6 = (h6n1 * h6n1) + (h6n2 * h6n2), lag6 = h6n1 * (_h6n0 + h6n2);");
        Line("_h6n0 = h6n2;");
        _text.AppendLine();
        Line("int y7 = ((second7 - _y7) >> 1) + _odd7;");
        Line("_y7 = y7;");
        Line("_odd7 = second7;");
        Line("float low7 = y7 - first7;");
        Line("float energy7 = low7 * low7, lag7 = low7 * _h7n0;");
        Line("_h7n0 = low7;");
        _text.AppendLine();
    }

    private void WriteResults()
    {
        for (int octave = 0; octave <= LastOctave; octave++)
        {
            Line($"energy{octave} = {Mean("energy", $"energy{octave}", octave, SumLength(octave))};");
            Line($"energy[{octave}] = energy{octave};");
        }

        Line("TotalPower = " + string.Join(" + ", Enumerable.Range(0, LastOctave + 1).Select(o => $"energy{o}")) + ";");
        WriteLagResults("if (isOdd)", octave => IsInTurn(octave) && octave % 2 == 1);
        WriteLagResults("else", octave => IsInTurn(octave) && octave % 2 == 0);
        WriteLagResults("", octave => !IsInTurn(octave));
        _text.AppendLine();
        foreach (string name in _loaded)
        {
            Line($"_{name} = {name};");
        }
    }

    private void WriteLagResults(string condition, Func<int, bool> isOne)
    {
        string indent = condition.Length > 0 ? "    " : "";
        if (condition.Length > 0)
        {
            Line(condition);
            Line("{");
        }

        foreach (int octave in Enumerable.Range(0, LastOctave + 1).Where(isOne))
        {
            Line($"{indent}lag[{octave}] = {Mean("lag", LagOf(octave), octave, LagLength(octave))};");
        }

        if (condition.Length > 0)
        {
            Line("}");
        }
    }

    // Sums become means in counts²: every stage gained 2.
    private static string Mean(string name, string sum, int octave, int length)
    {
        double take = (1 - Memory[octave]) / (length * Math.Pow(4, octave + 1));
        string kept = Memory[octave] > 0 ? Invariant($"({Memory[octave]}f * {name}[{octave}]) + ") : "";
        return Invariant($"{kept}({take:G9}f * {sum})");
    }

    private void WriteState()
    {
        _text.AppendLine();
        foreach (string name in _state)
        {
            _text.AppendLine($"    private {TypeOf(name)} _{name};");
        }

        _text.AppendLine().AppendLine("    private void Forget()").AppendLine("    {");
        foreach (string name in _state)
        {
            Line($"_{name} = 0;");
        }

        _text.AppendLine("    }");
    }

    private static string TypeOf(string name) => IsUpper(name) ? "float" : "int";

    private void Line(string line) => _text.Append("        ").AppendLine(line);

    private void Statement(string line) => Line("    " + line);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
