using System.Buffers.Binary;
using NanoFirmware.Audio;

namespace NanoFirmware.Simulator.Bench;

/// <summary>
/// What the bench page gets over its WebSocket as binary messages, little endian; the figures follow as JSON text
/// (<see cref="Report"/>) five times a second.
/// </summary>
/// <remarks>
/// Strip: u8 channel (0 or 1), u8 flags (1 torn, 2 timing violation), u16 render µs, u16 newest sample→latched µs (65535 not
/// known), u16 0, u32 frame number, RGB of each LED.
/// Audio: u8 2, u8 flags (1 onset, 2 beat), u8 level, u8 beat phase, u8 confidence, s8 bar, u16 BPM × 10, u16 gain × 256,
/// s16 level dB × 10, u32 sequence, 16 bands, 16 peaks.
/// </remarks>
public static class BenchMessage
{
    /// <summary>Bytes before the pixels of a strip message.</summary>
    public const int StripHeader = 12;

    /// <summary>First byte of an audio message.</summary>
    public const byte AudioKind = 2;

    private const int AudioHeader = 16;

    /// <summary>Encodes a frame: <see cref="StripHeader"/> + 3 bytes an LED.</summary>
    public static byte[] Strip(StripFrame frame)
    {
        byte[] message = new byte[StripHeader + frame.Rgb.Length];
        message[0] = (byte)frame.Channel;
        message[1] = (byte)((frame.Torn ? 1 : 0) | (frame.TimingViolations > 0 ? 2 : 0));
        WriteUInt16(message, 2, frame.RenderUs);
        WriteUInt16(message, 4, frame.LatencyUs ?? ushort.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(8), (uint)frame.Number);
        frame.Rgb.CopyTo(message, StripHeader);
        return message;
    }

    /// <summary>Encodes what the ears heard: 48 bytes.</summary>
    public static byte[] Audio(AudioSnapshot audio)
    {
        byte[] message = new byte[AudioHeader + 2 * AudioSnapshot.BandCount];
        message[0] = AudioKind;
        message[1] = (byte)((audio.Onset ? 1 : 0) | (audio.Beat ? 2 : 0));
        message[2] = (byte)audio.Level;
        message[3] = (byte)audio.BeatPhase;
        message[4] = (byte)audio.Confidence;
        message[5] = (byte)audio.Bar;
        WriteUInt16(message, 6, audio.Bpm10);
        WriteUInt16(message, 8, audio.Gain);
        BinaryPrimitives.WriteInt16LittleEndian(message.AsSpan(10), (short)audio.LevelDb10);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), audio.Sequence);
        audio.Bands.CopyTo(message, AudioHeader);
        audio.Peaks.CopyTo(message, AudioHeader + AudioSnapshot.BandCount);
        return message;
    }

    private static void WriteUInt16(byte[] message, int at, int value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(at), (ushort)Math.Clamp(value, 0, ushort.MaxValue));
}
