using System;

namespace NanoFirmware.Rendering;

/// <summary>Pixels in one colour, kept by a pattern that begins each of its frames on it.</summary>
public sealed class Ground
{
    // A usual strip; a longer one takes another copy.
    private const int Pixels = 180;

    /// <summary>3 bytes a pixel in the palette's order.</summary>
    public readonly byte[] Bytes = new byte[Pixels * 3];

    // Black is what it is at first.
    private int _made;

    /// <summary>Takes over a colour; at once when it has it already.</summary>
    public void Make(int first, int second, int third)
    {
        int made = (first << 16) | (second << 8) | third;
        if (made == _made)
        {
            return;
        }

        _made = made;
        byte[] bytes = Bytes;
        bytes[0] = (byte)first;
        bytes[1] = (byte)second;
        bytes[2] = (byte)third;
        for (int done = 3; done < bytes.Length; done += done)
        {
            Array.Copy(bytes, 0, bytes, done, done <= bytes.Length - done ? done : bytes.Length - done);
        }
    }
}
