namespace NanoFirmware.Audio;

/// <summary>One reader's end of the exchange: always a whole snapshot, the newest that could be had.</summary>
public sealed class SnapshotReader
{
    private readonly SnapshotExchange _exchange;
    private AudioSnapshot _current = new AudioSnapshot();
    private AudioSnapshot _spare = new AudioSnapshot();

    public SnapshotReader(SnapshotExchange exchange) => _exchange = exchange;

    /// <summary>How often the writer overtook every attempt, so that the previous snapshot served once more.</summary>
    public int Misses;

    /// <summary>The newest snapshot, or the previous one again; valid until the next call.</summary>
    public AudioSnapshot Read()
    {
        if (!_exchange.TryRead(_spare))
        {
            Misses++;
            _current.Onset = false;
            _current.Beat = false;
            return _current;
        }

        // Counted, not flagged: an onset in a hop that this reader skipped is shown now, and none is shown twice.
        AudioSnapshot fresh = _spare;
        fresh.Onset = fresh.Onsets != _current.Onsets;
        fresh.Beat = fresh.Beats != _current.Beats;
        _spare = _current;
        _current = fresh;
        return fresh;
    }
}
