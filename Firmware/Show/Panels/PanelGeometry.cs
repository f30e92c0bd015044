using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// Where panels hang: how many, of what size, and where along the strips each one's pixels lie. Made of a layout, and never
/// changed.
/// </summary>
internal sealed class PanelGeometry
{
    private readonly bool _isFromRight;
    private readonly int[] _firsts;

    /// <param name="channel">Whose layout is one of panels.</param>
    /// <param name="layout">That layout.</param>
    /// <param name="outputs">How many outputs there are.</param>
    public PanelGeometry(Channel channel, LayoutControls layout, Channel[] outputs)
    {
        int[] values = layout.Values;
        Plan = channel.Layout.Plan;
        Channel = channel;
        Count = values[LayoutControls.PanelsIndex];
        Size = values[LayoutControls.SizeIndex];
        Gap = values[LayoutControls.GapIndex];
        First = channel.Output.Index;
        Spans = values[LayoutControls.SpanIndex] != 0;
        _isFromRight = values[LayoutControls.OrderIndex] != 0;
        short[] unturned = GridLayout.Places(
            Size, Size, values[LayoutControls.StartIndex], values[LayoutControls.ByIndex] != 0,
                values[LayoutControls.SerpentineIndex] != 0);
        Places = PanelLayout.Places(1, Size, 0, false, values[LayoutControls.RotationIndex], unturned);
        Order = layout.Controls[LayoutControls.OrderIndex].Choices[values[LayoutControls.OrderIndex]];
        Rotation = layout.Controls[LayoutControls.RotationIndex].Choices[values[LayoutControls.RotationIndex]];
        _firsts = new int[outputs.Length + 1];
        for (int i = 0; i < outputs.Length; i++)
        {
            bool shows = i == First || (Spans && i > First);
            _firsts[i + 1] = _firsts[i] + (shows ? outputs[i].Output.Strip.Leds : 0);
        }

        Pieces = new PanelPieces[outputs.Length];
        Works = new PanelWork[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            if (_firsts[i + 1] > _firsts[i] && _firsts[i] < Count * Pixels)
            {
                Pieces[i] = new PanelPieces(this, outputs[i]);
                Works[i] = new PanelWork(Pieces[i], i == First);
            }
        }
    }

    /// <summary>The plan that it was made with; another one may be of other panels.</summary>
    public readonly GridPlan Plan;

    /// <summary>Whose they are.</summary>
    public readonly Channel Channel;

    public readonly int Count;

    /// <summary>Pixels of each, both ways.</summary>
    public readonly int Size;

    /// <summary>Hidden columns between two.</summary>
    public readonly int Gap;

    /// <summary>The first output that shows some, by index.</summary>
    public readonly int First;

    /// <summary>They go on on the next output.</summary>
    public readonly bool Spans;

    /// <summary>Where each pixel along the strip lies in its panel: row × size + column, from the top left.</summary>
    public readonly short[] Places;

    /// <summary>Of each output its pieces of panels; null where it shows none.</summary>
    public readonly PanelPieces[] Pieces;

    /// <summary>Where each output's thread works on them.</summary>
    public readonly PanelWork[] Works;

    /// <summary>As the layout says them.</summary>
    public readonly string Order;
    public readonly string Rotation;

    /// <summary>Pixels of a panel.</summary>
    public int Pixels => Size * Size;

    /// <summary>The panel that hangs at a place along the strips, both from 0; panels are numbered from the left.</summary>
    public int PanelAt(int place) => _isFromRight ? Count - 1 - place : place;

    /// <summary>How many pixels of all outputs before an output show panels.</summary>
    public int FirstOf(int output) => _firsts[output];

    /// <summary>The pixel of the strips, counted over all outputs that show panels, at which a panel begins.</summary>
    public int StartOf(int panel) => PanelAt(panel) * Pixels;
}
