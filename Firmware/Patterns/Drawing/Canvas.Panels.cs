using System;
using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

// Panels side by side with hidden columns between two. A grid without panels is one of its own size.
public sealed partial class Canvas
{
    private int[] _panelStarts;

    /// <summary>How many panels, from the left.</summary>
    public int Panels;

    /// <summary>Columns from one panel to the next.</summary>
    public int Pitch;

    /// <summary>Columns of a panel.</summary>
    public int PanelWidth;

    /// <summary>Lines of a panel, as <see cref="Lines"/> of the grid.</summary>
    public int PanelLines => IsByColumns ? PanelWidth : Height;

    private void LayPanels(GridPlan plan)
    {
        bool hasPanels = plan.Panels > 0;
        Panels = hasPanels ? plan.Panels : 1;
        Pitch = hasPanels ? plan.Pitch : plan.Width;
        PanelWidth = hasPanels ? plan.Height : plan.Width;
        _panelStarts = plan.PanelStarts;
    }

    /// <summary>Whether a column hangs on a panel, and not in a gap.</summary>
    public bool IsSeen(int column) => column % Pitch < PanelWidth;

    /// <summary>Shows on a panel what another one shows.</summary>
    public void CopyPanel(int from, int to)
    {
        int[] panels = _panelStarts;
        if (panels != null)
        {
            Array.Copy(Grb, panels[from] * 3, Grb, panels[to] * 3, PanelWidth * Height * 3);
            return;
        }

        int lines = PanelLines;
        for (int line = 0; line < lines; line++)
        {
            CopyLine(from * Pitch, to * Pitch, line);
        }
    }

    // Rows run alike on all panels; of columns every second may run back where their count is odd.
    private void CopyLine(int from, int to, int line)
    {
        byte[] grb = Grb;
        int source = IsByColumns ? from + line : line;
        int target = IsByColumns ? to + line : line;
        int first = IsByColumns ? _starts[source] : _starts[source] + (_steps[source] * from);
        int place = IsByColumns ? _starts[target] : _starts[target] + (_steps[target] * to);
        int count = IsByColumns ? Height : PanelWidth;
        for (int i = 0; i < count; i++)
        {
            int at = (first + (_steps[source] * i)) * 3;
            int put = (place + (_steps[target] * i)) * 3;
            grb[put] = grb[at];
            grb[put + 1] = grb[at + 1];
            grb[put + 2] = grb[at + 2];
        }
    }

    /// <summary>A line of a panel from a texture, as <see cref="Weave"/> a whole one of the grid.</summary>
    /// <param name="panel">From the left.</param>
    /// <param name="line">Within the panel.</param>
    /// <param name="texture">Gives the colours.</param>
    /// <param name="first">Pixel of the texture that the line begins with.</param>
    public void WeavePanel(int panel, int line, Texture texture, int first)
    {
        int start = panel * Pitch;
        int count = PanelWidth;
        if (IsByColumns)
        {
            line += start;
            start = 0;
            count = Height;
        }

        if (count > Texture.LongestRun)
        {
            Weave(line, texture, first);
            return;
        }

        int to = _starts[line] + (_steps[line] * start);
        if (_steps[line] < 0)
        {
            // There and back the texture is the same.
            first = -(first + count);
            to -= count - 1;
        }

        Array.Copy(texture.Grb, (first & (Texture.Turn - 1)) * 3, Grb, to * 3, count * 3);
    }
}
