namespace NanoFirmware.Storage;

/// <summary>
/// The key without which nothing may be changed; none at first. Only a salted hash of it is kept, in a file of its own. Guessing
/// is slowed down: from the third wrong key in a row on nobody is let in for 1 s, then 2 s, up to 64 s; but for addresses that
/// sent the right one lately, so that whoever guesses does not keep the owner out.
/// </summary>
internal sealed partial class KeyLock
{
    /// <summary>Lengths of a key, in characters from space to tilde.</summary>
    public const int MinKey = 4;
    public const int MaxKey = 64;

    // So many addresses are remembered, for so long after their last right key.
    private const int Trusted = 4;
    private const int TrustMs = 1800000;

    private readonly object _gate = new object();
    private readonly int[] _trusted = new int[Trusted];
    private readonly long[] _trustedMs = new long[Trusted];
    private byte[] _stored;
    private int _wrong;
    private long _closedUntilMs;

    /// <summary>False as long as anybody may change everything.</summary>
    public bool IsSet => _stored != null;

    /// <summary>Whether a text may become a key: such as survives in a header.</summary>
    public static bool IsKey(string text)
    {
        bool isKey = text.Length >= MinKey && text.Length <= MaxKey && text[0] != ' ' && text[text.Length - 1] != ' ';
        for (int i = 0; i < text.Length; i++)
        {
            isKey &= text[i] >= ' ' && text[i] <= '~';
        }

        return isKey;
    }

    /// <summary>Whether that is the key already; an empty one, whether there is none.</summary>
    public bool Is(string key)
    {
        lock (_gate)
        {
            return key.Length == 0 ? _stored == null : _stored != null && SaltedHash.IsOf(_stored, key);
        }
    }
}
