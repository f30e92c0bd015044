using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>Every panel has a wave of its own: another bend, another way, another moment.</summary>
public sealed class FacetsPattern : PanelPattern
{
    // A third of the panels in each frame, in turn: each has twenty pictures a second.
    private const int Turns = 3;

    private readonly Texture _texture = new Texture();
    private int _way;
    private int _turn;

    public override string Name => "facets";

    public override string Description => "Waves of its own on every panel, one to the left, the next to the right";

    public override string Parameters => "pace 10 255 80, apart 0 255 40, zoom 1 12 5, depth 0 255 150";

    public override void Reset()
    {
        _way = 0;
        _turn = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _way += elapsedMs * (Settings[0] + Bass(audio)) >> 3;
        _texture.Make(canvas, Settings[2], Settings[3]);
        _turn = _turn + 1 < Turns ? _turn + 1 : 0;
        for (int panel = _turn; panel < canvas.Panels; panel += Turns)
        {
            Draw(canvas, panel, _way >> 8);
        }
    }

    private void Draw(Canvas canvas, int panel, int way)
    {
        byte[] sine = Curves.Sine;
        int lines = canvas.PanelLines;
        int waves = 6 + (panel * 5 & 31);
        int moment = (way * 3) + (panel * Settings[1]);
        int drift = (panel & 1) == 0 ? way : -way;
        for (int line = 0; line < lines; line++)
        {
            canvas.WeavePanel(panel, line, _texture, drift + (sine[moment + (line * waves) & 255] >> 4));
        }
    }
}
