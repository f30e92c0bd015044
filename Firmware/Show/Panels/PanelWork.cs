using System;
using NanoFirmware.Audio;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// The panels of one output while they are not as their plan's picture has them: where effects are on, patterns run, or another
/// brightness is worked in. Its output's thread alone works here, on a picture of its own.
/// </summary>
internal sealed class PanelWork
{
    private const int Full = 255;

    private readonly PanelPieces _pieces;
    private readonly PanelEffects _effects;
    private readonly PanelLook[] _looks;
    private readonly Picture _drawn;
    private readonly FrameSums _sums = new FrameSums();

    // Of each piece how bright it is in the picture, and the number of the running pattern's picture that it shows.
    private readonly int[] _levels;
    private readonly int[] _numbers;
    private readonly bool _isFirst;
    private PanelSheet _sheet;
    private bool _isLevel;
    private int _turn;
    private int _nowMs;

    /// <param name="pieces">Those of the output.</param>
    /// <param name="isFirst">No output before it shows panels.</param>
    public PanelWork(PanelPieces pieces, bool isFirst)
    {
        _pieces = pieces;
        _isFirst = isFirst;
        Frame = new byte[pieces.Strip.Leds * 3];
        _looks = new PanelLook[pieces.Count];
        _levels = new int[pieces.Count];
        _numbers = new int[pieces.Count];
        _effects = new PanelEffects(pieces, Frame);
        _drawn = new Picture(pieces.Places.Length);
    }

    /// <summary>What is to be seen while it is on.</summary>
    public readonly byte[] Frame;

    /// <summary>The plan's own picture is not what is to be seen.</summary>
    public bool IsOn;

    /// <summary>What the picture adds up to; null when nobody knows.</summary>
    public FrameSums Sums;

    /// <summary>Takes over another plan, or another brightness.</summary>
    /// <param name="before">What was shown before; null for nothing, or for panels that hung elsewhere.</param>
    /// <param name="plan">What is to be shown.</param>
    /// <param name="sheet">The plan's own picture of it.</param>
    public void Take(PanelPlan before, PanelPlan plan, PanelSheet sheet)
    {
        if (!IsOn)
        {
            Begin(before);
        }

        _sheet = sheet;
        _isLevel = false;
        Sums = null;
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            PanelLook look = plan.Looks[_pieces.Panels[piece]];
            if (look != _looks[piece])
            {
                _looks[piece] = look;
                _numbers[piece] = 0;
                bool showsBefore = _effects.Begin(piece, look);
                if (!showsBefore && look.Layer == null)
                {
                    Array.Copy(sheet.Frame, _pieces.Starts[piece], Frame, _pieces.Starts[piece], _pieces.Bytes[piece]);
                    _levels[piece] = sheet.Level;
                }
            }
        }
    }

    /// <summary>Works on it in a frame.</summary>
    /// <param name="plan">What is shown.</param>
    /// <param name="heard">What the channel hears.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="level">Brightness of the output's picture, 1–255.</param>
    public void Go(PanelPlan plan, AudioSnapshot heard, int elapsedMs, int level)
    {
        _nowMs += elapsedMs;
        if (plan.Runs)
        {
            Run(plan, heard, level);
        }

        if (_effects.Moving > 0)
        {
            _effects.Move(_looks, _levels, elapsedMs, level);
            Sums = null;
        }

        if (!_isLevel)
        {
            _isLevel = Shade(level);
        }

        if (_isLevel && _effects.Moving == 0 && !plan.Runs && Sums == null)
        {
            Settle(level);
        }
    }

    // What was seen before is what is worked upon.
    private void Begin(PanelPlan before)
    {
        IsOn = true;
        PanelSheet seen = before == null ? null : before.Sheets[_pieces.Output];
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            _looks[piece] = seen == null ? null : before.Looks[_pieces.Panels[piece]];
            _levels[piece] = seen == null ? PanelSheet.Unlevel : seen.Level;
        }

        if (seen == null)
        {
            Array.Clear(Frame, 0, Frame.Length);
        }
        else
        {
            Array.Copy(seen.Frame, 0, Frame, 0, Frame.Length);
        }
    }

    // Nothing moves any more: it is as the plan's picture, or only as bright as that is not.
    private void Settle(int level)
    {
        if (_sheet.Level == level)
        {
            IsOn = false;
            return;
        }

        FrameSums sums = _sums;
        sums.Take(0, 0, 0, true);
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            if (_looks[piece].Rgb != null && _looks[piece].Effect != PanelEffect.FadeOut)
            {
                _looks[piece].ShadeOf(_pieces.Output).AddTo(
                    sums, _pieces.Strip.Order, _pieces.Skipped[piece], _pieces.Bytes[piece]);
            }
        }

        Sums = sums;
    }

    // The first output draws one of the patterns that run, in turn, wherever it is seen; each takes over what is new.
    private void Run(PanelPlan plan, AudioSnapshot heard, int level)
    {
        if (_isFirst)
        {
            DrawNext(plan, heard, level);
        }

        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            PanelLayer layer = _looks[piece].Layer;
            if (layer != null && layer.Number != _numbers[piece] && layer.TryRead(_drawn))
            {
                _numbers[piece] = layer.Number;
                Array.Copy(_drawn.Grb, _pieces.Skipped[piece], Frame, _pieces.Starts[piece], _pieces.Bytes[piece]);
            }
        }
    }

    private void DrawNext(PanelPlan plan, AudioSnapshot heard, int level)
    {
        PanelLook[] looks = plan.Looks;
        for (int i = 0; i < looks.Length; i++)
        {
            _turn = _turn + 1 < looks.Length ? _turn + 1 : 0;
            PanelLook look = looks[_turn];
            if (look.Layer != null)
            {
                look.Layer.Draw(heard, level * look.Brightness / Full, _nowMs);
                return;
            }
        }
    }

    // Another brightness is worked in look by look, one a frame; true when all are as bright as they should be.
    private bool Shade(int level)
    {
        bool hasShaded = false;
        bool isLevel = true;
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            PanelLook look = _looks[piece];
            if (_levels[piece] == level || look.Rgb == null || _effects.IsMoving(piece))
            {
                continue;
            }

            bool isShaded = look.ShadeOf(_pieces.Output).Level == level;
            if (!isShaded && hasShaded)
            {
                isLevel = false;
                continue;
            }

            hasShaded = hasShaded || !isShaded;
            _effects.End(piece, look, level);
            _levels[piece] = level;
        }

        return isLevel;
    }
}
