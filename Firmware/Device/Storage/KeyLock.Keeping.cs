using System;

namespace NanoFirmware.Storage;

/// <content>The hash on the drive: read at the start, replaced, removed.</content>
internal sealed partial class KeyLock
{
    private const string FileName = "I:\\key";

    /// <summary>Reads the file; what was wrong with it, or null. Without a whole one the device is open.</summary>
    public string Load()
    {
        try
        {
            var file = new SafeFile(FileName, SaltedHash.Bytes);
            if (file.Load() == SaltedHash.Bytes)
            {
                _stored = new byte[SaltedHash.Bytes];
                Array.Copy(file.Bytes, SafeFile.HeadBytes, _stored, 0, SaltedHash.Bytes);
            }

            return file.SetAside > 0 ? "a damaged file of the key was set aside as .bad" : null;
        }
        catch (Exception fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Sets another key; an empty one opens the device for everybody.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the key of before still holds.</exception>
    public void Set(string key)
    {
        lock (_gate)
        {
            byte[] stored = key.Length == 0 ? null : SaltedHash.Of(SaltedHash.NewSalt(), key);
            var file = new SafeFile(FileName, SaltedHash.Bytes);
            file.Load();
            if (stored != null)
            {
                Array.Copy(stored, 0, file.Bytes, SafeFile.HeadBytes, SaltedHash.Bytes);
            }

            // An empty document and no deletion: at no byte of it may a power cut bring an older key back.
            file.Save(stored == null ? 0 : SaltedHash.Bytes);
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
            new SafeFile(FileName, SaltedHash.Bytes).Delete();
        }
    }
}
