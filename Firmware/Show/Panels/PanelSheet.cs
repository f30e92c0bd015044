using System;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// What all panels of one output show while nothing moves, put together by whoever sets it: a frame copies it, and knows what it
/// adds up to. Never changed.
/// </summary>
internal sealed class PanelSheet
{
    /// <summary>Panels are not all as bright as each other, because the brightness is being changed.</summary>
    public const int Unlevel = 0;

    private readonly PanelPieces _pieces;

    /// <param name="pieces">Those of the output.</param>
    /// <param name="looks">What each panel shows, from the left.</param>
    /// <param name="areAll">What shows nothing is seen too, dark.</param>
    public PanelSheet(PanelPieces pieces, PanelLook[] looks, bool areAll)
    {
        _pieces = pieces;
        int level = pieces.Channel.ShownLevel;
        Level = level;
        Frame = new byte[pieces.Strip.Leds * 3];
        Runs = new int[pieces.Count * 2];
        int end = -1;
        for (int piece = 0; piece < pieces.Count; piece++)
        {
            PanelLook look = looks[pieces.Panels[piece]];
            IsMoving = IsMoving || look.Effect != PanelEffect.None || look.Layer != null;
            if (look.Rgb != null && !Put(look, piece, level))
            {
                Level = Unlevel;
            }

            if (areAll || look.Content != PanelContent.Nothing)
            {
                end = See(piece, end);
            }
        }

        CoversAll = RunCount == 2 && Runs[1] == Frame.Length;
    }

    /// <summary>The picture, in the order of the strip.</summary>
    public readonly byte[] Frame;

    /// <summary>How bright it is, as its output's picture; <see cref="Unlevel"/> when that is not to be said.</summary>
    public readonly int Level;

    /// <summary>First byte and bytes of each run that is to be seen, one behind the other.</summary>
    public readonly int[] Runs;

    /// <summary>How many ints of <see cref="Runs"/> count.</summary>
    public int RunCount;

    /// <summary>It hides all that is below.</summary>
    public readonly bool CoversAll;

    /// <summary>Something of it moves, at least for a time.</summary>
    public readonly bool IsMoving;

    /// <summary>What it adds up to.</summary>
    public readonly FrameSums Sums = new FrameSums { IsExact = true, IsKnown = true };

    // False when the look is being made lighter or darker by the output's thread meanwhile, or is not as bright as it should be.
    private bool Put(PanelLook look, int piece, int level)
    {
        PanelPieces pieces = _pieces;
        PanelShade shade = look.ShadeOf(pieces.Output) ?? look.Shade(pieces, level);
        bool isLevel = shade.Level == level;
        if (look.Effect != PanelEffect.FadeOut)
        {
            int skipped = pieces.Skipped[piece];
            int bytes = pieces.Bytes[piece];
            Array.Copy(shade.Wire, skipped, Frame, pieces.Starts[piece], bytes);
            shade.AddTo(Sums, pieces.Strip.Order, skipped, bytes);
        }

        return isLevel && shade.Level == level;
    }

    private int See(int piece, int end)
    {
        int start = _pieces.Starts[piece];
        if (start != end)
        {
            Runs[RunCount] = start;
            RunCount += 2;
        }

        Runs[RunCount - 1] += _pieces.Bytes[piece];
        return start + _pieces.Bytes[piece];
    }
}
