using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A curtain opens from the middle as far as it is loud; behind it the palette moves.</summary>
public sealed class CurtainPattern : Pattern
{
    private int _open;
    private int _drift;

    public override string Name => "curtain";

    public override string Description => "A curtain opens with the loudness; behind it the palette moves";

    public override string Parameters => "fall 5 255 50, drift 0 255 90, edge 0 6 2";

    public override void Reset() => _open = 0;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int level = audio.Level << 8;
        _open -= Settings[0] * elapsedMs;
        _open = _open < level ? level : _open;
        _drift += Settings[1] * elapsedMs;

        canvas.Clear();
        int middle = canvas.Length / 2;
        int half = middle * (_open >> 8) / 255;
        if (half > 0)
        {
            int edge = Settings[2];
            int colour = _drift >> 10;
            canvas.Run(middle - half, half * 2, colour);
            canvas.Fill(middle - half, edge, colour + 256, 255);
            canvas.Fill(middle + half - edge, edge, colour + 256, 255);
        }
    }
}
