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
            return _current;
        }

        AudioSnapshot fresh = _spare;
        _spare = _current;
        _current = fresh;
        return fresh;
    }
}
