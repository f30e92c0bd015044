using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>
/// Short hard flashes on the beat, in the palette's last colour. The flash guard limits them to three a second.
/// </summary>
public sealed class StrobePattern : Pattern
{
    private int _sinceMs = int.MaxValue / 2;
    private int _part;

    public override string Name => "strobe";

    public override string Description => "Short hard flashes on the beat, never more than the guard allows";

    public override string Parameters => "length 20 200 50, flashes 1 3 1, colour 0 255 255, parts 1 9 3";

    public override void Reset() => _sinceMs = int.MaxValue / 2;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _sinceMs += _sinceMs < int.MaxValue / 2 ? elapsedMs : 0;
        if (IsHit(audio))
        {
            _sinceMs = 0;
            _part = _part >= Settings[3] - 1 ? 0 : _part + 1;
        }

        canvas.Clear();
        int length = Settings[0];
        int turn = _sinceMs / length;
        if (turn < Settings[1] * 2 && (turn & 1) == 0)
        {
            // Every beat another third of the strip, or all of it.
            int parts = Settings[3];
            int part = _part % parts;
            int start = part * canvas.Length / parts;
            canvas.Fill(start, ((part + 1) * canvas.Length / parts) - start, Settings[2], 255);
        }
    }
}
