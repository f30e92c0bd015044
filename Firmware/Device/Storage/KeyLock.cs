using System;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <summary>
/// The key without which nothing may be changed; none at first. Only a salted hash of it is kept, in a file of its own. Guessing
/// is slowed down: from the third wrong key in a row on nobody is let in for 1 s, then 2 s, up to 64 s; but for addresses that
/// sent the right one lately, so that whoever guesses does not keep the owner out.
/// </summary>
internal sealed class KeyLock
{
    /// <summary>Lengths of a key, in characters from space to tilde.</summary>
    public const int MinKey = 4;
    public const int MaxKey = 64;

    private const string FileName = "I:\\key";
    private const int SaltBytes = 16;
    private const int StoredBytes = SaltBytes + Sha256.HashBytes;
    private const int FreeTries = 2;
    private const int MostDoublings = 6;

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

    /// <summary>Reads the file; what was wrong with it, or null. Without a whole one the device is open.</summary>
    public string Load()
    {
        try
        {
            var file = new SafeFile(FileName, StoredBytes);
            if (file.Load() == StoredBytes)
            {
                _stored = new byte[StoredBytes];
                Array.Copy(file.Bytes, SafeFile.HeadBytes, _stored, 0, StoredBytes);
            }

            return file.SetAside > 0 ? "a damaged file of the key was set aside as .bad" : null;
        }
        catch (Exception fault)
        {
            return fault.Message;
        }
    }

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
            return key.Length == 0 ? _stored == null : _stored != null && IsSame(Hashed(_stored, key), _stored);
        }
    }

    /// <summary>Sets another key; an empty one opens the device for everybody.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the key of before still holds.</exception>
    public void Set(string key)
    {
        lock (_gate)
        {
            byte[] stored = key.Length == 0 ? null : Hashed(NewSalt(), key);
            var file = new SafeFile(FileName, StoredBytes);
            file.Load();
            if (stored != null)
            {
                Array.Copy(stored, 0, file.Bytes, SafeFile.HeadBytes, StoredBytes);
            }

            // An empty document and no deletion: at no byte of it may a power cut bring an older key back.
            file.Save(stored == null ? 0 : StoredBytes);
            _stored = stored;
            _wrong = 0;
            Array.Clear(_trusted, 0, Trusted);
        }
    }

    /// <summary>No key, and no file of one.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the device is open until it starts again.</exception>
    public void Reset()
    {
        lock (_gate)
        {
            _stored = null;
            _wrong = 0;
            _closedUntilMs = 0;
            new SafeFile(FileName, StoredBytes).Delete();
        }
    }

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

            if (key.Length <= MaxKey && IsSame(Hashed(_stored, key), _stored))
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

    /// <summary>The sentence for somebody who tries too often.</summary>
    public const string TooMany = "too many wrong keys: wait a minute";

    private int TrustedAt(int from, long nowMs)
    {
        for (int i = 0; i < Trusted; i++)
        {
            if (from != 0 && _trusted[i] == from && nowMs - _trustedMs[i] < TrustMs)
            {
                return i;
            }
        }

        return -1;
    }

    // In its own place, else in that of whoever was not heard of for longest.
    private void Trust(int known, int from, long nowMs)
    {
        int at = known < 0 ? 0 : known;
        for (int i = 0; known < 0 && i < Trusted; i++)
        {
            at = _trusted[i] == 0 || _trustedMs[i] < _trustedMs[at] ? i : at;
        }

        _trusted[at] = from;
        _trustedMs[at] = nowMs;
    }

    // The salt, and the hash of salt and key.
    private static byte[] Hashed(byte[] salt, string key)
    {
        byte[] text = TextCode.Utf8.GetBytes(key);
        var message = new byte[SaltBytes + text.Length];
        Array.Copy(salt, 0, message, 0, SaltBytes);
        Array.Copy(text, 0, message, SaltBytes, text.Length);
        var hashed = new byte[StoredBytes];
        Array.Copy(salt, 0, hashed, 0, SaltBytes);
        Array.Copy(Sha256.Of(message, message.Length), 0, hashed, SaltBytes, Sha256.HashBytes);
        return hashed;
    }

    // Need not be secret, only another one each time: the µs of a person's touch, and whatever the runtime's numbers start from.
    private static byte[] NewSalt()
    {
        var salt = new byte[SaltBytes];
        new Random().NextBytes(salt);
        ulong us = HighResTimer.GetCurrent();
        for (int i = 0; i < 8; i++)
        {
            salt[i] ^= (byte)(us >> (i * 8));
        }

        return salt;
    }

    // Takes equally long wherever they differ.
    private static bool IsSame(byte[] one, byte[] other)
    {
        int difference = 0;
        for (int i = 0; i < StoredBytes; i++)
        {
            difference |= one[i] ^ other[i];
        }

        return difference == 0;
    }
}
