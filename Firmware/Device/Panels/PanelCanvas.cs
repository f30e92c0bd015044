using System;
using NanoFirmware.Audio;
using NanoFirmware.Outputs;

namespace NanoFirmware.Panels;

/// <summary>
/// The panels that hang on one output, as its thread keeps them: a picture of all of them, in which only panels are composed
/// anew that changed or
/// move, and the runs of it that are to be seen.
/// </summary>
internal sealed class PanelCanvas
{
    private const int Full = 255;

    private readonly int _output;
    private readonly Strip _strip;
    private readonly byte[] _composed;
    private PanelPlan _plan;
    private PanelGeometry _geometry;
    private PanelPieces _pieces;
    private PanelLook[] _looks;
    private int[] _elapsedMs;
    private bool[] _isMoving;
    private int[] _numbers;
    private Picture _picture;
    private int _moving;
    private int _running;
    private int _level;
    private int _next;
    private int _turn;
    private int _nowMs;

    /// <param name="output">Which one, by index.</param>
    /// <param name="strip">Its strip.</param>
    public PanelCanvas(int output, Strip strip)
    {
        _output = output;
        _strip = strip;
        _composed = new byte[strip.Leds * 3];
    }

    /// <summary>What is to be painted in this frame; null for nothing.</summary>
    public PanelPlan Plan;

    /// <summary>Paints them over a frame.</summary>
    public void Paint(byte[] frame, AudioSnapshot heard, int elapsedMs, int level)
    {
        _nowMs += elapsedMs;
        if (Plan != _plan)
        {
            Take(Plan, level);
        }

        if (_running > 0)
        {
            Run(heard, level);
        }

        if (_moving > 0)
        {
            Move(elapsedMs, level);
        }

        if (level != _level)
        {
            Shade(level);
        }

        int[] runs = _pieces.Runs;
        for (int run = 0; run < _pieces.RunCount; run += 2)
        {
            Array.Copy(_composed, runs[run], frame, runs[run], runs[run + 1]);
        }
    }

    // What did not change is left as it is.
    private void Take(PanelPlan plan, int level)
    {
        bool isElsewhere = plan.Geometry != _geometry;
        if (isElsewhere)
        {
            Lay(plan.Geometry);
        }

        _plan = plan;
        _running = plan.Runs ? 1 : 0;

        int same = 0;
        PanelLook[] looks = plan.Looks;
        int[] panels = _pieces.Panels;
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            PanelLook look = looks[panels[piece]];
            if (look != _looks[piece])
            {
                _looks[piece] = look;
                _numbers[piece] = 0;
                if (_isMoving[piece] || look.Effect != PanelEffect.None)
                {
                    _moving -= _isMoving[piece] ? 1 : 0;
                    _elapsedMs[piece] = 0;
                    _isMoving[piece] = look.Effect != PanelEffect.None;
                    _moving += _isMoving[piece] ? 1 : 0;
                }

                same = Compose(piece, same, level);
            }
            else
            {
                same = 0;
            }
        }

        _pieces.TakeRuns(_looks, plan.Kind == PanelInterface.PerPanel);
    }

    private void Lay(PanelGeometry geometry)
    {
        _geometry = geometry;
        _pieces = new PanelPieces(geometry, _output, _strip.Leds);
        _looks = new PanelLook[_pieces.Count];
        _elapsedMs = new int[_pieces.Count];
        _isMoving = new bool[_pieces.Count];
        _numbers = new int[_pieces.Count];
        _picture = new Picture(geometry.Pixels);
        _moving = 0;
        Array.Clear(_composed, 0, _composed.Length);
    }

    // The same look as on the piece before is copied from there; how many pieces show the same so far.
    private int Compose(int piece, int same, int level)
    {
        PanelLook look = _looks[piece];
        int start = _pieces.Starts[piece];
        int bytes = _pieces.Bytes[piece];
        if (same > 0 && look == _looks[piece - 1] && _pieces.IsWhole(piece) && !_isMoving[piece])
        {
            Array.Copy(_composed, start - bytes, _composed, start, bytes);
            return same + 1;
        }

        if (look.Content == PanelContent.Nothing)
        {
            Array.Clear(_composed, start, bytes);
            return 0;
        }

        if (look.Rgb != null && look.Effect != PanelEffect.FadeIn && look.Effect != PanelEffect.Wipe
            && look.Effect != PanelEffect.Flip)
        {
            CopyFrom(look, piece, level);
        }

        return _pieces.IsWhole(piece) && look.Rgb != null && !_isMoving[piece] ? 1 : 0;
    }

    private byte[] ShadeOf(PanelLook look, int level)
    {
        if (!look.IsShaded(_output, level))
        {
            look.Shade(_output, _geometry.Places, _strip.Order, level);
        }

        return look.ShadeOf(_output);
    }

    private void CopyFrom(PanelLook look, int piece, int level) =>
        Array.Copy(ShadeOf(look, level), _pieces.Skipped[piece], _composed, _pieces.Starts[piece], _pieces.Bytes[piece]);

    // The first output draws one of the patterns that run, in turn, wherever it is seen; each takes over what is new.
    private void Run(AudioSnapshot heard, int level)
    {
        if (_output == _geometry.First)
        {
            DrawNext(heard, level);
        }

        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            PanelLayer layer = _looks[piece].Layer;
            if (layer != null && layer.Number != _numbers[piece] && layer.TryRead(_picture))
            {
                _numbers[piece] = layer.Number;
                Array.Copy(_picture.Grb, _pieces.Skipped[piece], _composed, _pieces.Starts[piece], _pieces.Bytes[piece]);
            }
        }
    }

    private void DrawNext(AudioSnapshot heard, int level)
    {
        PanelLook[] looks = _plan.Looks;
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

    // Time passes for all effects; those that have to touch every byte get on one a frame, in turn.
    private void Move(int elapsedMs, int level)
    {
        bool hasShaded = false;
        for (int i = 0; i < _pieces.Count; i++)
        {
            int piece = _next + i < _pieces.Count ? _next + i : _next + i - _pieces.Count;
            if (_isMoving[piece])
            {
                _elapsedMs[piece] += elapsedMs;
                PanelEffect effect = _looks[piece].Effect;
                bool isFade = effect == PanelEffect.FadeIn || effect == PanelEffect.FadeOut;
                if (!isFade || !hasShaded)
                {
                    hasShaded = hasShaded || isFade;
                    Step(piece, level);
                }
            }
        }

        _next = _next + 1 < _pieces.Count ? _next + 1 : 0;
    }

    private void Step(int piece, int level)
    {
        PanelLook look = _looks[piece];
        int lastMs = look.TransitionMs > 0 ? look.TransitionMs : 1;
        int atMs = _elapsedMs[piece];
        int start = _pieces.Starts[piece];
        int bytes = _pieces.Bytes[piece];
        if (look.Effect == PanelEffect.Blink)
        {
            if ((atMs / lastMs & 1) != 0)
            {
                Array.Clear(_composed, start, bytes);
            }
            else
            {
                CopyFrom(look, piece, level);
            }

            return;
        }

        bool isOver = atMs >= lastMs;
        if (isOver)
        {
            _isMoving[piece] = false;
            _moving--;
            End(piece, level);
            return;
        }

        int lines = _geometry.Size;
        switch (look.Effect)
        {
            case PanelEffect.FadeIn:
                Fade(look, piece, level * atMs / lastMs);
                break;
            case PanelEffect.FadeOut:
                Fade(look, piece, level * (lastMs - atMs) / lastMs);
                break;
            case PanelEffect.Wipe:
                Uncover(look, piece, 0, lines * atMs / lastMs, level);
                break;
            default:
                Turn(look, piece, lines * atMs / lastMs, level);
                break;
        }
    }

    private void End(int piece, int level)
    {
        if (_looks[piece].Effect == PanelEffect.FadeOut)
        {
            Array.Clear(_composed, _pieces.Starts[piece], _pieces.Bytes[piece]);
        }
        else
        {
            CopyFrom(_looks[piece], piece, level);
        }
    }

    // A panel that lies on two outputs comes at once: its pieces are no whole picture.
    private void Fade(PanelLook look, int piece, int level)
    {
        if (_pieces.IsWhole(piece))
        {
            look.Shade(_composed, _pieces.Starts[piece], _geometry.Places, _strip.Order, level);
        }
    }

    private void Uncover(PanelLook look, int piece, int from, int to, int level)
    {
        int line = _geometry.Size * 3;
        if (_pieces.IsWhole(piece) && to > from)
        {
            Array.Copy(ShadeOf(look, level), from * line, _composed, _pieces.Starts[piece] + (from * line), (to - from) * line);
        }
    }

    private void Turn(PanelLook look, int piece, int at, int level)
    {
        int size = _geometry.Size;
        int line = size * 3;
        if (at * 2 >= size)
        {
            int open = at - (size / 2);
            Array.Clear(_composed, _pieces.Starts[piece], _pieces.Bytes[piece]);
            Uncover(look, piece, (size / 2) - open, (size / 2) + open, level);
        }
        else if (_pieces.IsWhole(piece))
        {
            Array.Clear(_composed, _pieces.Starts[piece], at * line);
            Array.Clear(_composed, _pieces.Starts[piece] + ((size - at) * line), at * line);
        }
    }

    // Another brightness is worked in panel by panel, one a frame.
    private void Shade(int level)
    {
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            PanelLook look = _looks[piece];
            if (!_isMoving[piece] && look.Rgb != null && !look.IsShaded(_output, level))
            {
                look.Shade(_output, _geometry.Places, _strip.Order, level);
                Refresh(look, level);
                return;
            }
        }

        _level = level;
    }

    private void Refresh(PanelLook shaded, int level)
    {
        for (int piece = 0; piece < _pieces.Count; piece++)
        {
            if (_looks[piece] == shaded && !_isMoving[piece])
            {
                End(piece, level);
            }
        }
    }
}
