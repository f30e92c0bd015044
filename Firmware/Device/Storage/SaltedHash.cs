using System;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <summary>What is kept of a secret: a salt, and the hash of salt and secret.</summary>
internal static class SaltedHash
{
    private const int SaltBytes = 16;

    /// <summary>Length of one.</summary>
    public const int Bytes = SaltBytes + Sha256.HashBytes;

    /// <summary>That of a secret.</summary>
    /// <param name="salt">Begins with a salt: a new one, or another hash of the same secret.</param>
    /// <param name="secret">A text.</param>
    public static byte[] Of(byte[] salt, string secret)
    {
        byte[] text = TextCode.Utf8.GetBytes(secret);
        var message = new byte[SaltBytes + text.Length];
        Array.Copy(salt, 0, message, 0, SaltBytes);
        Array.Copy(text, 0, message, SaltBytes, text.Length);
        var hashed = new byte[Bytes];
        Array.Copy(salt, 0, hashed, 0, SaltBytes);
        Array.Copy(Sha256.Of(message, message.Length), 0, hashed, SaltBytes, Sha256.HashBytes);
        return hashed;
    }

    /// <summary>Whether it is that of a secret.</summary>
    public static bool IsOf(byte[] hash, string secret) => AreSame(Of(hash, secret), hash);

    /// <summary>
    /// Need not be secret, only another one each time: the µs of a person's touch, and whatever the runtime's numbers start from.
    /// </summary>
    public static byte[] NewSalt()
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
    private static bool AreSame(byte[] one, byte[] other)
    {
        int difference = 0;
        for (int i = 0; i < Bytes; i++)
        {
            difference |= one[i] ^ other[i];
        }

        return difference == 0;
    }
}
