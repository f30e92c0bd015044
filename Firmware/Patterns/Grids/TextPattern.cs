using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>The text of <see cref="Notices"/> runs through from the right.</summary>
public sealed class TextPattern : GridPattern
{
    private readonly Lettering _lettering = new Lettering();
    private int _travelled;
    private int _shown;
    private int _version;
    private int _glow;
    private byte[] _letters;

    public override string Name => "text";

    public override string Description => "The text of /api/text runs through";

    public override bool Audio => false;

    public override string Parameters => "pace 2 80 18, size 0 4 0, colour 0 255 20, step 0 64 17";

    public override void Reset()
    {
        _travelled = 0;
        _shown = -1;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        byte[] letters = canvas.Notices.Letters;
        int size = Settings[1];
        if (size == 0)
        {
            // As large as it fits with some air.
            size = canvas.Height / (Font.Height + 3);
            size = size > 0 ? size : 1;
        }

        _travelled += Settings[0] * size * elapsedMs / 2;
        int travelled = _travelled / 1000;
        if (letters != _letters || travelled > canvas.Width + (letters.Length * Lettering.Pace * size))
        {
            _letters = letters;
            _travelled = 0;
            travelled = 0;
        }

        bool isSame = travelled == _shown && _version == canvas.Palette.Version && _glow == canvas.Glow;
        if (!isSame)
        {
            _shown = travelled;
            _version = canvas.Palette.Version;
            _glow = canvas.Glow;
            Write(canvas, letters, canvas.Width - travelled, size);
        }
    }

    private void Write(Canvas canvas, byte[] letters, int left, int size)
    {
        canvas.Clear();
        int top = (canvas.Height - (Font.Height * size)) / 2;
        int pace = Lettering.Pace * size;
        int first = left < 0 ? -left / pace : 0;
        left += first * pace;
        for (int i = first; i < letters.Length && left < canvas.Width; i++)
        {
            _lettering.Write(canvas, letters[i], left, top, size, Settings[2] + (i * Settings[3]));
            left += pace;
        }
    }
}
