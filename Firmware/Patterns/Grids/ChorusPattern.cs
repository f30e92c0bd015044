using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>One animation on every panel: it is drawn on the first, and the others copy it.</summary>
public sealed class ChorusPattern : PanelPattern
{
    private readonly Texture _texture = new Texture();
    private int _way;

    public override string Name => "chorus";

    public override string Description => "The same waves on every panel, out of its middle, quicker with the bass";

    public override string Parameters => "pace 10 255 80, bend 0 64 18, zoom 1 12 6, depth 0 255 170";

    public override void Reset() => _way = 0;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _way += elapsedMs * (Settings[0] + Bass(audio)) >> 3;
        _texture.Make(canvas, Settings[2], Settings[3]);
        byte[] sine = Curves.Sine;
        int bend = Settings[1];
        int lines = canvas.PanelLines;
        int drift = _way >> 8;
        for (int line = 0; line < lines; line++)
        {
            int apart = (line * 2) - lines + 1;
            apart = apart < 0 ? -apart : apart;
            int swing = sine[(drift * 5) + (apart * bend) & 255] >> 5;
            canvas.WeavePanel(0, line, _texture, drift + swing - apart);
        }

        for (int panel = 1; panel < canvas.Panels; panel++)
        {
            canvas.CopyPanel(0, panel);
        }
    }
}
