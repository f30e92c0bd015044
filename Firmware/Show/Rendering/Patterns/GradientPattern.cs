using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The palette from first colour to last, spread over the strip; it may sway to and fro.</summary>
public sealed class GradientPattern : Pattern
{
    private const int CellPixels = 3;

    private int _phase;
    private int _turn;

    public override string Name => "gradient";

    public override string Description => "The palette spread over the strip, swaying a little";

    public override bool Audio => false;

    public override string Parameters => "first 0 255 0, last 0 255 255, sway 0 128 24";

    public override void Reset() => _phase = 0;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _phase = (_phase + (elapsedMs * 7)) & 0xFFFF;
        int cells = (canvas.Length + CellPixels - 1) / CellPixels;

        // 8.8 fixed point: the first colour's place moves one way, the last one's the other.
        int sway = (Curves.Sine[_phase >> 8] - 128) * Settings[2];
        int place = (Settings[0] << 8) + sway;
        int step = ((Settings[1] << 8) - sway - place) / cells;

        // Every fourth cell in each frame: it sways too slowly for anybody to see.
        _turn = (_turn + 1) & 3;
        place += step * _turn;
        for (int cell = _turn; cell < cells; cell += 4)
        {
            int colour = place >> 8;
            canvas.Run(cell * CellPixels, CellPixels, colour < 0 ? 0 : colour > 253 ? 253 : colour);
            place += step * 4;
        }
    }
}
