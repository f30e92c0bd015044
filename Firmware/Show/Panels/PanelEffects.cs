using System;

namespace NanoFirmware.Panels;

/// <summary>How the panels of one output come to show what they show, in the picture that they are worked on in.</summary>
internal sealed class PanelEffects
{
    private readonly PanelPieces _pieces;
    private readonly byte[] _picture;
    private readonly int[] _elapsedMs;
    private readonly bool[] _isMoving;
    private int _next;

    /// <param name="pieces">Those of the output.</param>
    /// <param name="picture">Of all of them.</param>
    public PanelEffects(PanelPieces pieces, byte[] picture)
    {
        _pieces = pieces;
        _picture = picture;
        _elapsedMs = new int[pieces.Count];
        _isMoving = new bool[pieces.Count];
    }

    /// <summary>How many pieces are on their way.</summary>
    public int Moving;

    public bool IsMoving(int piece) => _isMoving[piece];

    /// <summary>A panel is to show something else; true when what was there before is where it starts from.</summary>
    public bool Begin(int piece, PanelLook look)
    {
        Moving -= _isMoving[piece] ? 1 : 0;
        _isMoving[piece] = look.Effect != PanelEffect.None && look.Rgb != null;
        Moving += _isMoving[piece] ? 1 : 0;
        _elapsedMs[piece] = 0;
        return _isMoving[piece];
    }

    /// <summary>Time passes for all of them; those that have to touch every byte get on one a frame, in turn.</summary>
    /// <param name="looks">What each piece shows.</param>
    /// <param name="levels">Get how bright pieces are that are there.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="level">Brightness of the output's picture, 1–255.</param>
    public void Move(PanelLook[] looks, int[] levels, int elapsedMs, int level)
    {
        bool hasShaded = false;
        for (int i = 0; i < _pieces.Count; i++)
        {
            int piece = _next + i < _pieces.Count ? _next + i : _next + i - _pieces.Count;
            if (!_isMoving[piece])
            {
                continue;
            }

            _elapsedMs[piece] += elapsedMs;
            PanelEffect effect = looks[piece].Effect;
            bool isFade = effect == PanelEffect.FadeIn || effect == PanelEffect.FadeOut;
            if (!isFade || !hasShaded)
            {
                hasShaded = hasShaded || isFade;
                Step(piece, looks[piece], level);
                levels[piece] = level;
            }
        }

        _next = _next + 1 < _pieces.Count ? _next + 1 : 0;
    }

    /// <summary>Shows what is there when the effect is over.</summary>
    public void End(int piece, PanelLook look, int level)
    {
        if (look.Effect == PanelEffect.FadeOut)
        {
            Array.Clear(_picture, _pieces.Starts[piece], _pieces.Bytes[piece]);
        }
        else
        {
            CopyFrom(look, piece, level);
        }
    }

    private void Step(int piece, PanelLook look, int level)
    {
        int lastMs = look.TransitionMs > 0 ? look.TransitionMs : 1;
        int atMs = _elapsedMs[piece];
        if (look.Effect == PanelEffect.Blink)
        {
            Blink(piece, look, (atMs / lastMs & 1) == 0, level);
            return;
        }

        if (atMs >= lastMs)
        {
            _isMoving[piece] = false;
            Moving--;
            End(piece, look, level);
            return;
        }

        int lines = _pieces.Size;
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

    private void Blink(int piece, PanelLook look, bool isLit, int level)
    {
        if (isLit)
        {
            CopyFrom(look, piece, level);
        }
        else
        {
            Array.Clear(_picture, _pieces.Starts[piece], _pieces.Bytes[piece]);
        }
    }

    private byte[] ShadeOf(PanelLook look, int level)
    {
        PanelShade shade = look.ShadeOf(_pieces.Output);
        shade = shade.Level == level ? shade : look.Shade(_pieces, level);
        return shade.Wire;
    }

    private void CopyFrom(PanelLook look, int piece, int level) =>
        Array.Copy(ShadeOf(look, level), _pieces.Skipped[piece], _picture, _pieces.Starts[piece], _pieces.Bytes[piece]);

    // A panel that lies on two outputs comes at once: its pieces are no whole picture.
    private void Fade(PanelLook look, int piece, int level)
    {
        if (_pieces.IsWhole(piece))
        {
            look.Shade(_picture, _pieces.Starts[piece], _pieces, level);
        }
    }

    private void Uncover(PanelLook look, int piece, int from, int to, int level)
    {
        int line = _pieces.Size * 3;
        if (_pieces.IsWhole(piece) && to > from)
        {
            Array.Copy(ShadeOf(look, level), from * line, _picture, _pieces.Starts[piece] + (from * line), (to - from) * line);
        }
    }

    private void Turn(PanelLook look, int piece, int at, int level)
    {
        int size = _pieces.Size;
        int line = size * 3;
        if (at * 2 >= size)
        {
            int open = at - (size / 2);
            Array.Clear(_picture, _pieces.Starts[piece], _pieces.Bytes[piece]);
            Uncover(look, piece, (size / 2) - open, (size / 2) + open, level);
        }
        else if (_pieces.IsWhole(piece))
        {
            Array.Clear(_picture, _pieces.Starts[piece], at * line);
            Array.Clear(_picture, _pieces.Starts[piece] + ((size - at) * line), at * line);
        }
    }
}
