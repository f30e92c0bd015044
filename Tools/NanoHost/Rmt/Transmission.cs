namespace NanoHost.Rmt;

/// <summary>
/// One transmission: fills the symbol memory at its start and half of it whenever half is out, reading the caller's arrays each
/// time.
/// </summary>
/// <remarks>
/// The PC's hardware thread may come to a refill late, when the frame has long ended and the caller rightly writes the next one
/// into the same array. So what was there at the send is kept, and a difference is believed only while the clock, read after the
/// array, stands before the end of the caller's data; else what was kept goes out. Where time is exact, so is this.
/// </remarks>
internal sealed class Transmission
{
    /// <summary>The start of a transmission that waits for others.</summary>
    public const long Never = long.MaxValue;

    private readonly EncoderStep[] _steps;
    private readonly SymbolClock _ticks;
    private readonly int _memorySymbols;
    private readonly int[] _offsets;
    private byte[] _data = Array.Empty<byte>();

    private int _step;
    private int _loop;
    private int _symbol;
    private int _refills;
    private long _refillTicks;
    private long _totalTicks;
    private long _dataTicks;
    private bool _startsLater;

    public Transmission(EncoderStep[] steps, SymbolClock ticks, int memorySymbols)
    {
        _steps = steps;
        _ticks = ticks;
        _memorySymbols = memorySymbols;
        _offsets = new int[steps.Length];
    }

    public long StartUs { get; private set; }

    /// <summary>When the last symbol is out.</summary>
    public long EndUs => At(_totalTicks * Loops);

    /// <summary>When the next fill is due.</summary>
    public long NextUs => IsFilled ? At(_refillTicks) : StartUs;

    /// <summary>True when the memory was filled for the first time.</summary>
    public bool IsFilled { get; private set; }

    /// <summary>True when every symbol is in the memory or out.</summary>
    public bool IsEncoded { get; private set; }

    /// <summary>True when an array changed under the transmission, or a second send restarted it.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>How often the hardware repeats the memory.</summary>
    public int Loops { get; private set; }

    /// <summary>Symbols in all, as planned.</summary>
    public int Symbols { get; private set; }

    private int Half => _memorySymbols / 2;

    /// <summary>Takes what the steps are bound to.</summary>
    public void Prepare(int loops)
    {
        Loops = loops;
        IsTorn = false;
        IsEncoded = false;
        IsFilled = false;
        _refills = 0;
        _refillTicks = 0;
        Rewind();
        Plan(0, 0);
    }

    /// <param name="startUs">The start, or <see cref="Never"/> for as long as it is unknown.</param>
    /// <param name="later">True when the memory is first filled at the start, not at the send.</param>
    public void StartAt(long startUs, bool later)
    {
        StartUs = startUs;
        _startsLater = later;
    }

    /// <summary>Does the fill that is due at <see cref="NextUs"/>.</summary>
    /// <param name="words">The symbols so far; receives those of the fill.</param>
    /// <param name="clock">Tells whether a difference in the arrays is to be believed.</param>
    /// <param name="lateUs">By how much something on the board itself delayed the fill.</param>
    public void Fill(SymbolBuffer words, IBoardClock clock, long lateUs)
    {
        bool readsNow = IsFilled || _startsLater;
        if (IsFilled)
        {
            _refills++;
            RepeatStale(words, _ticks.Ticks(lateUs));
            Encode(words, Half, clock);
        }
        else
        {
            words.Clear();
            Encode(words, _memorySymbols, readsNow ? clock : null);
        }

        IsFilled = true;
        _refillTicks += words.Ticks(_refills * Half, (_refills + 1) * Half);
        _totalTicks = IsEncoded ? words.Ticks(0, words.Count) : _totalTicks;
    }

    /// <summary>A second send resets the encoder: what follows in the memory is the data from its beginning.</summary>
    public void Restart(SymbolBuffer words)
    {
        IsTorn = true;
        Rewind();
        Plan(words.Count, words.Ticks(0, words.Count));
    }

    /// <summary>Ends it where it is.</summary>
    public void Cut(SymbolBuffer words, long nowUs)
    {
        IsTorn = true;
        IsEncoded = true;
        words.Cut(_ticks.Ticks(nowUs - StartUs));
        _totalTicks = words.Ticks(0, words.Count);
    }

    private long At(long ticks) => StartUs == Never ? Never : StartUs + _ticks.UsUp(ticks);

    private void Rewind()
    {
        _step = 0;
        _loop = 0;
        _symbol = 0;
        int length = 0;
        for (int i = 0; i < _steps.Length; i++)
        {
            _offsets[i] = length;
            length += _steps[i].Length;
        }

        if (_data.Length < length)
        {
            _data = new byte[length];
        }

        for (int i = 0; i < _steps.Length; i++)
        {
            _steps[i].Data.AsSpan(0, _steps[i].Length).CopyTo(DataOf(i));
        }
    }

    /// <summary>
    /// Foresees the times, after <paramref name="before"/> symbols of <paramref name="beforeTicks"/> that a restart left.
    /// </summary>
    private void Plan(int before, long beforeTicks)
    {
        Symbols = before + Measure(out long ticks, out long dataTicks);
        _totalTicks = beforeTicks + ticks;
        _dataTicks = beforeTicks + dataTicks;
    }

    /// <summary>Symbols and ticks of all steps, and ticks to the end of the caller's data.</summary>
    private int Measure(out long ticks, out long dataTicks)
    {
        int symbols = 0;
        bool ended = false;
        ticks = 0;
        dataTicks = 0;
        for (int i = 0; i < _steps.Length; i++)
        {
            for (int loop = 0; loop < _steps[i].Loops && !ended; loop++)
            {
                symbols += _steps[i].Measure(DataOf(i), out long stepTicks, out ended);
                ticks += stepTicks;
            }

            dataTicks = _steps[i].IsFixed ? dataTicks : ticks;
        }

        return symbols;
    }

    private void Encode(SymbolBuffer words, int room, IBoardClock? clock)
    {
        while (room > 0 && _step < _steps.Length)
        {
            EncoderStep step = _steps[_step];
            int count = Math.Min(room, step.Symbols - _symbol);
            if (clock != null && !step.IsFixed && count > 0)
            {
                Refresh(step, clock, count);
            }

            ReadOnlySpan<byte> data = DataOf(_step);
            for (int i = 0; i < count; i++)
            {
                uint word = step.Word(data, _symbol++);
                words.Add(word);
                if (step.IsCopy && SymbolWord.Ends(word))
                {
                    IsEncoded = true;
                    return;
                }
            }

            room -= count;
            NextRun(step);
        }

        IsEncoded = _step == _steps.Length;
    }

    /// <summary>
    /// The half that is out has the time of the other half to be filled; after that it goes out once more as it was.
    /// </summary>
    private void RepeatStale(SymbolBuffer words, long lateTicks)
    {
        lateTicks -= words.Ticks(_refills * Half, (_refills + 1) * Half);
        while (lateTicks > 0)
        {
            IsTorn = true;
            for (int i = 0; i < Half; i++)
            {
                words.Repeat(_memorySymbols);
            }

            long ticks = words.Ticks(_refills * Half, (_refills + 1) * Half);
            lateTicks -= ticks;
            _refills++;
            _refillTicks += ticks;
            _totalTicks += ticks;
            _dataTicks += ticks;
        }
    }

    private void NextRun(EncoderStep step)
    {
        if (_symbol < step.Symbols)
        {
            return;
        }

        _symbol = 0;
        if (++_loop >= step.Loops)
        {
            _loop = 0;
            _step++;
        }
    }

    private void Refresh(EncoderStep step, IBoardClock clock, int count)
    {
        (int start, int length) = step.BytesOf(_symbol, count);
        ReadOnlySpan<byte> live = step.Data.AsSpan(start, length);
        Span<byte> kept = DataOf(_step).Slice(start, length);
        if (live.SequenceEqual(kept))
        {
            return;
        }

        Span<byte> seen = stackalloc byte[length];
        live.CopyTo(seen);
        if (clock.NowUs < At(_dataTicks))
        {
            seen.CopyTo(kept);
            IsTorn = true;
        }
    }

    private Span<byte> DataOf(int step) => _data.AsSpan(_offsets[step], _steps[step].Length);
}
