using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>Conway's game of life, without edges: what is born lights up, what dies glows once more. A beat sows.</summary>
/// <remarks>
/// A line's cells are bits of a word, so that 32 of them live on at once; a longer line has further words. A frame lets some
/// lines live on.
/// </remarks>
public sealed class LifePattern : GridPattern
{
    private const int MostLines = 64;
    private const int MostWords = 8;
    private const int WordBits = 30;
    private const int LinesAFrame = 4;
    private const int LinesShown = 3;
    private const int SownAFrame = 5;

    // The same number of cells for so many generations is a standstill, or two cells that blink.
    private const int StandstillGenerations = 24;

    private readonly Dice _dice = new Dice();
    private readonly int[] _cells = new int[MostLines * MostWords];
    private readonly int[] _next = new int[MostLines * MostWords];
    private readonly int[] _dying = new int[MostLines * MostWords];
    private int _line;
    private int _waitedMs;
    private int _generation;
    private int _changes;
    private int _lastChanges;
    private int _still;
    private int _version;
    private int _toSow;
    private bool _isSown;
    private bool _isShowing;
    private bool _isRelit;

    public override string Name => "life";

    public override string Description => "Conway's game of life; beats sow new cells";

    public override bool Audio => false;

    public override string Parameters => "pace 1 12 5, seed 4 120 40, step 0 64 3";

    public override void Reset()
    {
        _dice.Restart();
        _line = 0;
        _waitedMs = 0;
        _generation = 0;
        _isSown = false;
        _isShowing = false;
        _still = 0;
        for (int i = 0; i < _cells.Length; i++)
        {
            _cells[i] = 0;
            _dying[i] = 0;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int lines = canvas.Lines < MostLines ? canvas.Lines : MostLines;
        int length = canvas.LineLength < MostWords * WordBits ? canvas.LineLength : MostWords * WordBits;
        int words = (length + WordBits - 1) / WordBits;
        if (!_isSown)
        {
            _isSown = true;
            _toSow = Settings[1];
        }

        if (_toSow > 0 && _line == 0 && !_isShowing)
        {
            // Some a frame, each with 1 µs.
            int some = _toSow < SownAFrame ? _toSow : SownAFrame;
            _toSow -= some;
            Sow(lines, length, words, some);
        }

        _waitedMs += elapsedMs;
        if (_line == 0 && !_isShowing)
        {
            if (_waitedMs * Settings[0] < 1000)
            {
                return;
            }

            _waitedMs = 0;
            Begin(audio, canvas);
        }

        // First all lines live on, then all are shown; where colours changed all of a line.
        int most = _isShowing ? LinesShown : LinesAFrame;
        most = _isShowing && _isRelit ? 1 : most;
        int end = _line + most < lines ? _line + most : lines;
        for (int line = _line; line < end; line++)
        {
            if (_isShowing)
            {
                Show(canvas, length, words, line);
            }
            else
            {
                LiveOn(lines, length, words, line);
            }
        }

        _line = end;
        if (end == lines)
        {
            _line = 0;
            _isShowing = !_isShowing;
        }

        canvas.IsMixed = _isRelit;
    }

    // A generation begins; at a standstill, and with a beat now and then, something is sown first.
    private void Begin(AudioSnapshot audio, Canvas canvas)
    {
        _generation++;
        _still = _changes == _lastChanges || _changes < 4 ? _still + 1 : 0;
        _lastChanges = _changes;
        _changes = 0;
        bool isBeat = audio.Level > 60 && (_generation & 7) == 0;
        if (_still > StandstillGenerations || isBeat)
        {
            _toSow = _still > StandstillGenerations ? Settings[1] : SownAFrame;
            _still = 0;
        }

        _isRelit = _version != canvas.Palette.Version;
        _version = canvas.Palette.Version;
    }

    private void Sow(int lines, int length, int words, int count)
    {
        for (int i = 0; i < count; i++)
        {
            // Five cells, from which much comes.
            int line = _dice.Below(lines);
            int along = _dice.Below(length);
            Set(lines, length, words, line, along + 1);
            Set(lines, length, words, line, along + 2);
            Set(lines, length, words, line + 1, along);
            Set(lines, length, words, line + 1, along + 1);
            Set(lines, length, words, line + 2, along + 1);
        }
    }

    private void Set(int lines, int length, int words, int line, int along)
    {
        line = line < lines ? line : line % lines;
        along = along < length ? along : along % length;
        int bit = 1 << (along % WordBits);
        _cells[(line * words) + (along / WordBits)] |= bit;

        // What is marked is shown with the next generation, whatever becomes of it.
        _dying[(line * words) + (along / WordBits)] |= bit;
    }

    // Neighbours added up in all bits of a word at once.
    private void LiveOn(int lines, int length, int words, int line)
    {
        int above = (line == 0 ? lines - 1 : line - 1) * words;
        int here = line * words;
        int below = (line == lines - 1 ? 0 : line + 1) * words;
        for (int word = 0; word < words; word++)
        {
            int a = _cells[above + word];
            int c = _cells[here + word];
            int b = _cells[below + word];
            int left = Left(above, word, words, length);
            int right = Right(above, word, words, length);
            int aOnes = left ^ a ^ right;
            int aTwos = (left & a) | (right & (left ^ a));
            left = Left(below, word, words, length);
            right = Right(below, word, words, length);
            int bOnes = left ^ b ^ right;
            int bTwos = (left & b) | (right & (left ^ b));
            left = Left(here, word, words, length);
            right = Right(here, word, words, length);
            int cOnes = left ^ right;
            int cTwos = left & right;
            int ones = aOnes ^ bOnes ^ cOnes;
            int twos = (aOnes & bOnes) | (cOnes & (aOnes ^ bOnes));

            // Two or three neighbours: exactly one of the four twos.
            int odd = aTwos ^ bTwos ^ cTwos ^ twos;
            int pairs = (aTwos & bTwos) | (cTwos & twos) | ((aTwos | bTwos) & (cTwos | twos));
            int bits = length - (word * WordBits);
            int mask = bits < WordBits ? (1 << bits) - 1 : (1 << WordBits) - 1;
            _next[here + word] = odd & ~pairs & (ones | c) & mask;
        }
    }

    // Each cell's neighbour on the left, in its own bit; the last of the line is that of the first.
    private int Left(int line, int word, int words, int length)
    {
        int carried = word > 0
            ? _cells[line + word - 1] >> (WordBits - 1)
            : _cells[line + words - 1] >> ((length - 1) % WordBits);
        return ((_cells[line + word] << 1) & ((1 << WordBits) - 1)) | (carried & 1);
    }

    private int Right(int line, int word, int words, int length)
    {
        int carried = word < words - 1 ? _cells[line + word + 1] & 1 : _cells[line] & 1;
        int last = word < words - 1 ? WordBits - 1 : (length - 1) % WordBits;
        return (_cells[line + word] >> 1) | (carried << last);
    }

    private void Show(Canvas canvas, int length, int words, int line)
    {
        int colour = (_generation * Settings[2]) + (line * 2);
        for (int word = 0; word < words; word++)
        {
            int at = (line * words) + word;
            int old = _cells[at];
            int now = _next[at];
            int dying = old & ~now;
            int changed = _isRelit ? (1 << WordBits) - 1 : (old ^ now) | _dying[at];
            _cells[at] = now;
            _dying[at] = dying;
            for (int along = word * WordBits; changed != 0 && along < length; along++)
            {
                if ((changed & 1) != 0)
                {
                    int level = (dying & 1) != 0 ? 70 : 0;
                    canvas.PixelAlong(line, along, colour + along, (now & 1) != 0 ? 255 : level);
                    _changes++;
                }

                changed >>= 1;
                now >>= 1;
                dying >>= 1;
            }
        }
    }
}
