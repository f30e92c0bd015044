namespace NanoFirmware.Jam;

/// <summary>Frames of a recording and its time: what is recorded is exact to a frame, and told in ms.</summary>
internal static class JamFrames
{
    private const int SecondUs = 1000000;
    private const int SecondMs = 1000;

    /// <summary>The frame next to a time since the beginning.</summary>
    public static int At(long sinceUs) => (int)(((sinceUs * Board.FrameRateHz) + (SecondUs / 2)) / SecondUs);

    /// <summary>The frame that is told by that ms.</summary>
    public static int AtMs(int ms) => (int)((((long)ms * Board.FrameRateHz) + (SecondMs / 2)) / SecondMs);

    /// <summary>The ms in which a frame begins.</summary>
    public static long MsAt(int frame) => (long)frame * SecondMs / Board.FrameRateHz;

    /// <summary>When a frame begins, in µs.</summary>
    public static long UsAt(int frame) => (long)frame * SecondUs / Board.FrameRateHz;
}
