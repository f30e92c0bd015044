using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>A clock with hands, or with hours above minutes; before anybody has told the time, a light that runs round.</summary>
public sealed class ClockPattern : GridPattern
{
    private const int Marks = 12;
    private const int Minute = 60;
    private const int Hour = 60 * Minute;

    private readonly Lettering _lettering = new Lettering();
    private readonly int _zero = Font.Letters.IndexOf('0');
    private int _waitedMs;

    public override string Name => "clock";

    public override string Description => "The time of /api/time, with hands or with figures";

    public override bool Audio => false;

    public override string Parameters => "figures 0 1 0, colour 0 255 20, seconds 0 1 1";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _waitedMs += elapsedMs;
        canvas.Clear();
        int second = canvas.Notices.SecondOfDay();
        if (second >= 0 && Settings[0] != 0)
        {
            Figures(canvas, second);
            return;
        }

        int reach = (canvas.Width < canvas.Height ? canvas.Width : canvas.Height) * 128;
        int lit = second < 0 ? _waitedMs / 150 % Marks : -1;
        for (int mark = 0; mark < Marks; mark++)
        {
            int level = mark % 3 == 0 ? 170 : 80;
            Point(canvas, mark * 256 / Marks, reach - 128, Settings[1] + 120, mark == lit ? 255 : level);
        }

        if (second >= 0)
        {
            Hands(canvas, second, reach);
        }
    }

    private void Hands(Canvas canvas, int second, int reach)
    {
        int colour = Settings[1];
        Hand(canvas, second % (12 * Hour) * 16 / (12 * Hour / 16), reach * 9 / 16, colour);
        Hand(canvas, second % Hour * 16 / (Hour / 16), reach * 13 / 16, colour + 50);
        if (Settings[2] != 0)
        {
            Point(canvas, second % Minute * 256 / Minute, reach - 128, colour + 200, 255);
        }
    }

    private static void Hand(Canvas canvas, int angle, int length, int colour)
    {
        for (int at = 0; at < length; at += 170)
        {
            Point(canvas, angle, at, colour, 255);
        }
    }

    // Clockwise from the top, in 256ths of a turn; so many 256ths of a pixel from the middle.
    private static void Point(Canvas canvas, int angle, int distance, int colour, int level)
    {
        byte[] sine = Curves.Sine;
        int column = ((canvas.Width - 1) * 128) + ((sine[angle & 255] - 128) * distance / 127) + 128;
        int row = ((canvas.Height - 1) * 128) - ((sine[(angle + 64) & 255] - 128) * distance / 127) + 128;
        canvas.Plot(column >> 8, row >> 8, colour, level);
    }

    private void Figures(Canvas canvas, int second)
    {
        int size = canvas.Height / ((Font.Height * 2) + 2);
        int byWidth = canvas.Width / (Lettering.Pace * 2);
        size = size < byWidth ? size : byWidth;
        size = size > 0 ? size : 1;
        int left = (canvas.Width - (((Lettering.Pace * 2) - 1) * size)) / 2;
        int top = (canvas.Height - (((Font.Height * 2) + 2) * size)) / 2;
        Pair(canvas, second / Hour, left, top, size, Settings[1]);
        Pair(canvas, second / Minute % Minute, left, top + ((Font.Height + 2) * size), size, Settings[1] + 50);
        if (Settings[2] != 0)
        {
            canvas.Block(0, canvas.Height - 1, (second % Minute * canvas.Width / Minute) + 1, 1, Settings[1] + 200, 120);
        }
    }

    private void Pair(Canvas canvas, int number, int left, int top, int size, int colour)
    {
        _lettering.Write(canvas, _zero + (number / 10), left, top, size, colour);
        _lettering.Write(canvas, _zero + (number % 10), left + (Lettering.Pace * size), top, size, colour);
    }
}
