namespace NanoFirmware.Storage;

/// <content>Who may change something, and who has to wait.</content>
internal sealed partial class KeyLock
{
    /// <summary>The sentence for somebody who tries too often.</summary>
    public const string TooMany = "too many wrong keys: wait a minute";

    private const int FreeTries = 2;
    private const int MostDoublings = 6;

    /// <summary>What is wrong with the key that came with a change; null when it may pass.</summary>
    /// <param name="key">As sent; null for none.</param>
    /// <param name="nowMs">Time since start.</param>
    /// <param name="from">The client's address as a number; 0 for one that nobody knows.</param>
    public string Refuses(string key, long nowMs, int from = 0)
    {
        lock (_gate)
        {
            if (_stored == null)
            {
                return null;
            }

            if (key == null)
            {
                return "changes need the device's key: send it as X-Api-Key";
            }

            int known = TrustedAt(from, nowMs);
            if (nowMs < _closedUntilMs && known < 0)
            {
                return TooMany;
            }

            if (key.Length <= MaxKey && SaltedHash.IsOf(_stored, key))
            {
                // The wrong keys of the others are not forgiven for the sake of whoever is trusted anyway.
                _wrong = known < 0 ? 0 : _wrong;
                Trust(known, from, nowMs);
                return null;
            }

            if (known >= 0)
            {
                _trusted[known] = 0;
            }

            int doublings = _wrong - FreeTries;
            _wrong++;
            if (doublings >= 0)
            {
                _closedUntilMs = nowMs + (1000 << (doublings < MostDoublings ? doublings : MostDoublings));
            }

            return "wrong key: hold the BOOT button for five seconds when nobody knows it";
        }
    }

    /// <summary>Seconds until the next key is looked at, at least 1.</summary>
    public int WaitS(long nowMs)
    {
        long waitMs = _closedUntilMs - nowMs;
        return waitMs > 1000 ? (int)((waitMs + 999) / 1000) : 1;
    }

}
