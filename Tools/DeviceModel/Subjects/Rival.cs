using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoFirmware.Subjects;

/// <summary>
/// The usual ways of driving LEDs on this runtime, one by one and together, on two strips with a running rainbow. One thread, as
/// in every published sample; no microphone.
/// </summary>
public sealed class Rival
{
    /// <summary>LEDs of each strip.</summary>
    public const int Pixels = 180;

    private const int LongPixels = 300;
    private const int FrameUs = 16667;

    /// <summary>When the drawing of the newest frame began, on the board's µs clock.</summary>
    internal static long BeganUs;

    private readonly TransmitterEncodedChannel _a = Open(4);
    private readonly TransmitterEncodedChannel _b = Open(5);
    private readonly int _pixels;
    private readonly byte[] _wireA;
    private readonly byte[] _wireB;
    private readonly byte[] _symbols;
    private readonly byte[] _palette = new byte[768];
    private readonly PixelColor[] _colors;
    private readonly EncoderData[] _frameA;
    private readonly EncoderData[] _frameB;
    private readonly bool _bitByBit;
    private readonly bool _structs;
    private readonly bool _sleeps;
    private readonly bool _waits;

    private Rival(bool bitByBit, bool structs, bool sleeps, bool waits, int pixels = Pixels)
    {
        _pixels = pixels;
        _wireA = new byte[pixels * 3];
        _wireB = new byte[pixels * 3];
        _symbols = new byte[pixels * 24 * 4];
        _colors = new PixelColor[pixels];
        _bitByBit = bitByBit;
        _structs = structs;
        _sleeps = sleeps;
        _waits = waits;
        _frameA = new[] { new EncoderData(_wireA, 1) };
        _frameB = new[] { new EncoderData(_wireB, 1) };
        for (int i = 0; i < _palette.Length; i++)
        {
            _palette[i] = (byte)i;
        }
    }

    /// <summary>Byte encoder, byte palette, µs clock, no waiting: the same drawing without any of the habits below.</summary>
    public static void Plain() => new Rival(false, false, false, false).Run();

    /// <summary>Every bit of the strip made into an RMT symbol in C#.</summary>
    public static void BitByBit() => new Rival(true, false, false, false).Run();

    /// <summary>A Color struct for every pixel.</summary>
    public static void ColorStructs() => new Rival(false, true, false, false).Run();

    /// <summary>Paced by Thread.Sleep(16).</summary>
    public static void SleepPaced() => new Rival(false, false, true, false).Run();

    /// <summary>waitTxDone = true.</summary>
    public static void WaitsForTx() => new Rival(false, false, false, true).Run();

    /// <summary>All of it, as samples have it.</summary>
    public static void AllTogether() => new Rival(true, true, true, true).Run();

    /// <summary>The same on two strips of 300.</summary>
    public static void AllTogetherOnLongStrips() => new Rival(true, true, true, true, LongPixels).Run();

    private static TransmitterEncodedChannel Open(int pin) => new TransmitterEncodedChannel(
        new TransmitChannelSettings(pin)
        {
            ResolutionHz = 20000000,
            NumberOfMemoryBlocks = 2,
            EnableCarrierWave = false,
            IdleLevel = false,
        },
        new EncoderSettings[]
        {
            new ByteEncoderSettings(new RmtSymbol(8, true, 17, false), new RmtSymbol(16, true, 9, false), true, 0),
            new CopyEncoderSettings(new[] { new RmtSymbol(2800, false, 2800, false) }),
        });

    private void Run()
    {
        long due = Now();
        for (int frame = 0; ; frame++)
        {
            BeganUs = Now();
            Draw(_wireA, frame);
            Draw(_wireB, frame + 90);
            _a.SendWithEncoders(_frameA, _waits);
            _b.SendWithEncoders(_frameB, _waits);
            if (_sleeps)
            {
                Thread.Sleep(16);
                continue;
            }

            due = due + FrameUs < Now() ? Now() : due + FrameUs;
            long free = Now() + 6000;
            while (Now() < due || (!_waits && Now() < free))
            {
            }
        }
    }

    private void Draw(byte[] wire, int offset)
    {
        if (_structs)
        {
            DrawStructs(wire, offset);
        }
        else
        {
            DrawBytes(wire, offset);
        }

        if (_bitByBit)
        {
            int at = 0;
            for (int i = 0; i < wire.Length; i++)
            {
                Encode(wire[i], ref at);
            }
        }
    }

    private void DrawBytes(byte[] wire, int offset)
    {
        byte[] palette = _palette;
        int pixels = _pixels;
        int to = 0;
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            int from = ((pixel + offset) & 255) * 3;
            wire[to] = palette[from];
            wire[to + 1] = palette[from + 1];
            wire[to + 2] = palette[from + 2];
            to += 3;
        }
    }

    private void DrawStructs(byte[] wire, int offset)
    {
        int pixels = _pixels;
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            int from = ((pixel + offset) & 255) * 3;
            _colors[pixel] = new PixelColor(_palette[from], _palette[from + 1], _palette[from + 2]);
        }

        for (int pixel = 0; pixel < pixels; pixel++)
        {
            PixelColor color = _colors[pixel];
            wire[pixel * 3] = color.G;
            wire[(pixel * 3) + 1] = color.R;
            wire[(pixel * 3) + 2] = color.B;
        }
    }

    private void Encode(byte value, ref int at)
    {
        for (int bit = 7; bit >= 0; bit--)
        {
            bool one = (value & (1 << bit)) != 0;
            _symbols[at++] = (byte)(one ? 16 : 8);
            _symbols[at++] = 128;
            _symbols[at++] = (byte)(one ? 9 : 17);
            _symbols[at++] = 0;
        }
    }

    private static long Now() => (long)HighResTimer.GetCurrent();

    private struct PixelColor
    {
        public byte G;
        public byte R;
        public byte B;

        public PixelColor(byte g, byte r, byte b)
        {
            G = g;
            R = r;
            B = b;
        }
    }
}
