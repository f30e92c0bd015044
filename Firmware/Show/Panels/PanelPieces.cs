using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// The pieces of panels that lie on one output, along its strip: whole panels but for one that is cut where a strip ends. Made
/// with their geometry, never changed.
/// </summary>
internal sealed class PanelPieces
{
    private readonly int _bytesOfPanel;

    /// <param name="geometry">Where panels hang.</param>
    /// <param name="channel">Whose output it is.</param>
    public PanelPieces(PanelGeometry geometry, Channel channel)
    {
        Channel = channel;
        Strip = channel.Output.Strip;
        Output = channel.Output.Index;
        Places = geometry.Places;
        Size = geometry.Size;
        int pixels = geometry.Pixels;
        _bytesOfPanel = pixels * 3;
        int first = geometry.FirstOf(Output);
        int end = first + Strip.Leds < geometry.Count * pixels ? first + Strip.Leds : geometry.Count * pixels;
        int firstPlace = first / pixels;
        Count = ((end + pixels - 1) / pixels) - firstPlace;
        Panels = new int[Count];
        Skipped = new int[Count];
        Bytes = new int[Count];
        Starts = new int[Count];
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

    /// <summary>Whose output it is, by index.</summary>
    public readonly int Output;

    public readonly Strip Strip;

    public readonly Channel Channel;

    /// <summary>As the geometry has them.</summary>
    public readonly short[] Places;

    /// <summary>Pixels of a panel, both ways.</summary>
    public readonly int Size;

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
    public bool IsWhole(int piece) => Bytes[piece] == _bytesOfPanel;
}
