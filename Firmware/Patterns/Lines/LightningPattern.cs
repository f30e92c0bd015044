using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A strong onset is a stroke of lightning: jagged pieces of the strip, struck again while they fade.</summary>
public sealed class LightningPattern : Pattern
{
    private const int Forks = 5;
    // From a stroke to the next of the same lightning.
    private const int AgainMs = 90;

    private readonly Dice _dice = new Dice();
    private readonly Ground _glare = new Ground();
    private readonly Ground _bolt = new Ground();
    private readonly int[] _places = new int[Forks];
    private int _flash;
    private int _level;
    private int _strikes;
    private int _sinceMs;

    public override string Name => "lightning";

    public override string Description => "Strong onsets strike like lightning and glow after";

    public override string Parameters => "threshold 0 200 20, fade 30 255 100, length 2 40 14";

    public override void Reset()
    {
        _dice.Restart();
        _level = 0;
        _strikes = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _sinceMs = _sinceMs > AgainMs ? _sinceMs : _sinceMs + elapsedMs;
        int faded = _level - (Settings[1] * elapsedMs * 2);
        _level = faded > 0 ? faded : 0;
        if (audio.Onset && audio.OnsetStrength >= Settings[0])
        {
            _strikes = 2;
            _flash = Flash(audio) << 8;
            Strike(canvas.Length);
        }
        else if (_strikes > 0 && _sinceMs > AgainMs)
        {
            _strikes--;
            Strike(canvas.Length);
        }

        canvas.Clear();
        if (_level == 0)
        {
            return;
        }

        int longest = Settings[2];
        int level = _level >> 8;
        canvas.Dye(_glare, 150, level >> 2, longest * (Forks + 1) / Forks * 2);
        canvas.Dye(_bolt, 255, level, (longest * (Forks + 1) / Forks / 2) + 1);
        for (int i = 0; i < Forks; i++)
        {
            int place = _places[i];
            int length = longest * (i + 2) / Forks;
            canvas.Lay(_glare, place - length, length * 2);
            canvas.Lay(_bolt, place - (length / 4), (length / 2) + 1);
        }
    }

    private void Strike(int length)
    {
        _sinceMs = 0;
        _level = _flash;
        int at = _dice.Below(length);
        for (int i = 0; i < Forks; i++)
        {
            // The forks lie within a third of the strip: it strikes somewhere, not everywhere.
            _places[i] = at + _dice.Below(length / 3) - (length / 6);
        }
    }
}
