namespace NanoFirmware.Panels;

/// <summary>
/// The pieces of panels that lie on one output, along its strip: whole panels but for one that is cut where a strip ends.
/// </summary>
internal sealed class PanelPieces
{
    private readonly PanelGeometry _geometry;
    /// <summary>First byte and bytes of each run that is to be seen, one behind the other.</summary>
    public readonly int[] Runs;

    /// <summary>How many ints of <see cref="Runs"/> count.</summary>
    public int RunCount;

    /// <param name="geometry">Where panels hang.</param>
    /// <param name="output">The output.</param>
    /// <param name="leds">Pixels of its strip.</param>
    public PanelPieces(PanelGeometry geometry, int output, int leds)
    {
        _geometry = geometry;
        int pixels = geometry.Pixels;
        int first = geometry.FirstOf(output);
        int end = first + leds < geometry.Count * pixels ? first + leds : geometry.Count * pixels;
        int firstPlace = first / pixels;
        Count = ((end + pixels - 1) / pixels) - firstPlace;
        Panels = new int[Count];
        Skipped = new int[Count];
        Bytes = new int[Count];
        Starts = new int[Count];
        Runs = new int[Count * 2];
        for (int i = 0; i < Count; i++)
        {
            int from = (firstPlace + i) * pixels;
            int to = from + pixels < end ? from + pixels : end;
            int seen = from > first ? from : first;
            Panels[i] = geometry.PanelAt(firstPlace + i);
            Skipped[i] = (seen - from) * 3;
            Bytes[i] = (to - seen) * 3;
            Starts[i] = (seen - first) * 3;
        }
    }

    public readonly int Count;

    /// <summary>Of each piece whose it is.</summary>
    public readonly int[] Panels;

    /// <summary>Bytes of the panel that lie on the output before.</summary>
    public readonly int[] Skipped;

    /// <summary>Its bytes.</summary>
    public readonly int[] Bytes;

    /// <summary>Its first byte in the output's frame.</summary>
    public readonly int[] Starts;

    /// <summary>It is all of the panel.</summary>
    public bool IsWhole(int piece) => Bytes[piece] == _geometry.Pixels * 3;

    /// <summary>Finds the runs of pieces that show something.</summary>
    /// <param name="looks">What each shows.</param>
    /// <param name="areAll">What shows nothing is seen too, dark.</param>
    public void TakeRuns(PanelLook[] looks, bool areAll)
    {
        RunCount = 0;
        bool isRun = false;
        for (int piece = 0; piece < Count; piece++)
        {
            if (!areAll && looks[piece].Content == PanelContent.Nothing)
            {
                isRun = false;
                continue;
            }

            if (!isRun)
            {
                Runs[RunCount] = Starts[piece];
                Runs[RunCount + 1] = 0;
                RunCount += 2;
                isRun = true;
            }

            Runs[RunCount - 1] += Bytes[piece];
        }
    }
}
