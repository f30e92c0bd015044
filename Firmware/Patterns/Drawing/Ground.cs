using System;

namespace NanoFirmware.Rendering;

/// <summary>Pixels in one colour, kept by a pattern that begins each of its frames on it.</summary>
public sealed class Ground
{
    // A usual strip; a longer one takes another copy.
    private const int Pixels = 180;

    /// <summary>3 bytes a pixel in the palette's order.</summary>
    public readonly byte[] Bytes = new byte[Pixels * 3];

    // Four pixels are stored one by one: a native call costs as much as three.
    private const int FirstBytes = 12;

    /// <summary>Of which colour and level it was made, and by which colours of the palette.</summary>
    internal int Shade = -1;

    internal int Version;

    // Black is what it is at first, all of it.
    private int _made;
    private int _end = Pixels * 3;

    /// <summary>Takes over a colour; at once when it has it already.</summary>
    /// <param name="first">Its first byte.</param>
    /// <param name="second">Its second.</param>
    /// <param name="third">Its third.</param>
    /// <param name="pixels">How many are needed, up to all.</param>
    public void Make(int first, int second, int third, int pixels)
    {
        Shade = -1;
        int made = (first << 16) | (second << 8) | third;
        byte[] bytes = Bytes;
        int end = pixels * 3;
        int done = _end;
        if (made == _made && end <= done)
        {
            return;
        }

        // Each copy doubles what is there.
        end = end < FirstBytes ? FirstBytes : end;
        end = end < bytes.Length ? end : bytes.Length;
        _end = end;
        if (made != _made)
        {
            _made = made;
            Begin((byte)first, (byte)second, (byte)third);
            done = FirstBytes;
        }

        for (; done < end; done += done)
        {
            Array.Copy(bytes, 0, bytes, done, done <= end - done ? done : end - done);
        }
    }

    private void Begin(byte first, byte second, byte third)
    {
        byte[] bytes = Bytes;
        bytes[0] = first;
        bytes[1] = second;
        bytes[2] = third;
        bytes[3] = first;
        bytes[4] = second;
        bytes[5] = third;
        bytes[6] = first;
        bytes[7] = second;
        bytes[8] = third;
        bytes[9] = first;
        bytes[10] = second;
        bytes[11] = third;
    }
}
