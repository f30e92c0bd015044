using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>The spectrum of the last seconds: each line is a pitch, and what was heard runs along it.</summary>
public sealed class WaterfallPattern : GridPattern
{
    private const int Levels = 64;
    private const int LinesRedrawn = 3;

    private readonly Shades _shades = new Shades(Levels);
    private int _travelled;
    private int _newest;
    private int _redrawn;

    public override string Name => "waterfall";

    public override string Description => "What was heard, pitch by pitch, runs away from the edge";

    public override bool UsesNotes => true;

    public override string Parameters => "pace 4 120 30, contrast 0 255 40";

    public override void Reset()
    {
        _travelled = 0;
        _newest = 0;
        _redrawn = int.MaxValue;
        _shades.Forget();
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (_shades.AreOld(canvas))
        {
            MakeShades(canvas);
            _redrawn = 0;
        }

        _travelled += Settings[0] * elapsedMs;
        for (int steps = 0; _travelled >= 1000 && steps < 2; steps++)
        {
            _travelled -= 1000;
            Pour(audio.Bands, canvas);
        }

        _travelled = _travelled < 1000 ? _travelled : 0;
        canvas.IsMixed = _redrawn < canvas.Lines;
        for (int i = 0; i < LinesRedrawn && _redrawn < canvas.Lines; i++)
        {
            Redraw(canvas, _redrawn);
            _redrawn++;
        }
    }

    private void MakeShades(Canvas canvas)
    {
        for (int i = 0; i < Levels; i++)
        {
            // Dark as long as it is quiet, then along the palette.
            int level = i * 9;
            _shades.Set(i, canvas, i * 4, level < 255 ? level : 255);
        }
    }

    // Notes hold a level a pixel, moment by moment, the newest where the oldest was.
    private void Pour(byte[] bands, Canvas canvas)
    {
        canvas.ScrollLines();
        byte[] notes = canvas.Notes;
        int lines = canvas.Lines;
        _newest = _newest == 0 ? canvas.LineLength - 1 : _newest - 1;
        int at = _newest * lines;
        int floor = Settings[1];
        bool isByColumns = canvas.IsByColumns;
        for (int line = 0; line < lines; line++)
        {
            // Between two bands the levels run over; deep is below or left.
            int pitch = (isByColumns ? line : lines - 1 - line) * (AudioSnapshot.BandCount - 1) * 16 / lines;
            int band = pitch >> 4;
            int level = bands[band] + (((bands[band + 1] - bands[band]) * (pitch & 15)) >> 4);
            level = level <= floor ? level * level / ((floor * 2) + 1) : level - (floor / 2);
            notes[at + line] = (byte)level;
            canvas.Touch(line, 0, _shades.Grb, level >> 2);
        }
    }

    private void Redraw(Canvas canvas, int line)
    {
        byte[] notes = canvas.Notes;
        int moment = _newest;
        for (int along = 0; along < canvas.LineLength; along++)
        {
            canvas.Touch(line, along, _shades.Grb, notes[(moment * canvas.Lines) + line] >> 2);
            moment = moment == canvas.LineLength - 1 ? 0 : moment + 1;
        }
    }
}
