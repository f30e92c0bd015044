using System;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <content>Salted hashes, compared in equal time.</content>
internal sealed partial class KeyLock
{
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
