namespace NanoFirmware.Web;

/// <summary>One frame of RFC 6455 as a client sends it: where its bytes are, and what they are.</summary>
internal sealed class SocketFrame
{
    public const int Continuation = 0;
    public const int Text = 1;
    public const int Binary = 2;
    public const int Close = 8;
    public const int Ping = 9;
    public const int Pong = 10;

    /// <summary>A frame of ours has at most so many bytes before its own.</summary>
    public const int HeaderRoom = 4;

    private const int ShortBytes = 125;
    private const int TwoBytes = 126;
    private const int MaskBytes = 4;

    /// <summary>Whether it ends its message.</summary>
    public bool IsFinal;

    /// <summary>What it is: <see cref="Text"/> for one.</summary>
    public int Opcode;

    /// <summary>Whether it is masked, as all that clients send must be.</summary>
    public bool IsMasked;

    /// <summary>Where in the buffer its own bytes begin.</summary>
    public int DataAt;

    /// <summary>How many they are.</summary>
    public int DataBytes;

    /// <summary>Whether it is about the connection: it may come between the parts of a message.</summary>
    public bool IsControl => Opcode >= Close;

    /// <summary>Reads the frame that begins at <paramref name="at"/>.</summary>
    /// <param name="buffer">What has come.</param>
    /// <param name="at">Where the frame begins.</param>
    /// <param name="end">Behind the last byte that has come.</param>
    /// <param name="most">Most bytes that a frame may hold.</param>
    public FrameState Read(byte[] buffer, int at, int end, int most)
    {
        if (end - at < 2)
        {
            return FrameState.Incomplete;
        }

        int first = buffer[at];
        int second = buffer[at + 1];
        IsFinal = (first & 0x80) != 0;
        Opcode = first & 15;
        IsMasked = (second & 0x80) != 0;
        int length = second & 127;
        bool isKnown = Opcode <= Binary || (IsControl && Opcode <= Pong);

        // Three bits are for extensions, none of which was agreed on.
        if (!isKnown || (first & 0x70) != 0 || !IsMasked || (IsControl && (!IsFinal || length > ShortBytes)))
        {
            return FrameState.Bad;
        }

        int data = at + 2;
        if (length > TwoBytes)
        {
            return FrameState.TooLong;
        }

        if (length == TwoBytes)
        {
            if (end - at < 4)
            {
                return FrameState.Incomplete;
            }

            length = (buffer[at + 2] << 8) | buffer[at + 3];
            data = at + 4;
        }

        if (length > most)
        {
            return FrameState.TooLong;
        }

        DataAt = data + MaskBytes;
        DataBytes = length;
        return end - DataAt < length ? FrameState.Incomplete : FrameState.Complete;
    }

    /// <summary>Takes the mask off, in its place.</summary>
    public void Unmask(byte[] buffer)
    {
        int at = DataAt;
        int end = at + DataBytes;
        int one = buffer[at - 4];
        int two = buffer[at - 3];
        int three = buffer[at - 2];
        int four = buffer[at - 1];
        for (; at + 3 < end; at += 4)
        {
            buffer[at] = (byte)(buffer[at] ^ one);
            buffer[at + 1] = (byte)(buffer[at + 1] ^ two);
            buffer[at + 2] = (byte)(buffer[at + 2] ^ three);
            buffer[at + 3] = (byte)(buffer[at + 3] ^ four);
        }

        if (at < end)
        {
            buffer[at] = (byte)(buffer[at] ^ one);
        }

        if (at + 1 < end)
        {
            buffer[at + 1] = (byte)(buffer[at + 1] ^ two);
        }

        if (at + 2 < end)
        {
            buffer[at + 2] = (byte)(buffer[at + 2] ^ three);
        }
    }

    /// <summary>
    /// Writes the head of a whole frame of ours before its bytes, which begin at <see cref="HeaderRoom"/>; where it begins.
    /// </summary>
    public static int Head(byte[] buffer, int opcode, int bytes)
    {
        bool isShort = bytes <= ShortBytes;
        int at = isShort ? 2 : 0;
        buffer[at] = (byte)(0x80 | opcode);
        buffer[at + 1] = (byte)(isShort ? bytes : TwoBytes);
        if (!isShort)
        {
            buffer[2] = (byte)(bytes >> 8);
            buffer[3] = (byte)bytes;
        }

        return at;
    }
}
