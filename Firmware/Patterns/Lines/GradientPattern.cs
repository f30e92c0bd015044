using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The palette from first colour to last, spread over the strip; it may sway to and fro.</summary>
public sealed class GradientPattern : Pattern
{
    private const int CellPixels = 3;

    private int _phase;
    private int _turn;
    private bool _isFresh = true;

    public override string Name => "gradient";

    public override string Description => "The palette spread over the strip, swaying a little";

    public override bool Audio => false;

    public override string Parameters => "first 0 255 0, last 0 255 255, sway 0 128 24";

    public override void Reset()
    {
        _phase = 0;
        _turn = -1;
        _isFresh = true;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _phase = (_phase + (elapsedMs * 7)) & 0xFFFF;
        int cells = (canvas.Length + CellPixels - 1) / CellPixels;

        // 8.8 fixed point: the first colour's place moves one way, the last one's the other.
        int sway = (Curves.Sine[_phase >> 8] - 128) * Settings[2];
        int place = (Settings[0] << 8) + sway;
        int step = ((Settings[1] << 8) - sway - place) / cells;

        // Every fourth cell in each frame: it sways too slowly for anybody to see. In the first frame each fills in for the next
        // three.
        _turn = (_turn + 1) & 3;
        int width = _isFresh ? 4 * CellPixels : CellPixels;
        _isFresh = false;
        place += step * _turn;
        for (int cell = _turn; cell < cells; cell += 4)
        {
            int colour = place >> 8;
            colour = colour < 0 ? 0 : colour;
            canvas.Run(cell * CellPixels, width, colour > 253 ? 253 : colour);
            place += step * 4;
        }
    }
}
