using nanoFramework.Hardware.Esp32.Rmt;
using NanoHost;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Rmt;

/// <summary>A board on a clock that tests move, with what its strips latched.</summary>
internal sealed class Strip : IDisposable
{
    public const int Pin = 4;
    public const int ResetUs = 300;
    public const int Blocks = 2;

    // 50 ns a tick.
    private const int ResolutionHz = 20_000_000;

    private readonly SimulatedBoard _board;

    /// <param name="clock">The board's clock when it is not to be <see cref="Clock"/>.</param>
    public Strip(IBoardClock clock = null)
    {
        Clock = new ManualClock(1000);
        _board = SimulatedBoard.Install(new SimulatedBoard(clock ?? Clock));
        _board.Rmt.FrameLatched += Frames.Add;
    }

    public ManualClock Clock { get; }

    public RmtPeripheral Rmt => _board.Rmt;

    public RmtLine Line => _board.Rmt[Pin];

    public List<WireFrame> Frames { get; } = new();

    /// <summary>WS2812B: 0.40/0.85 and 0.80/0.45 µs.</summary>
    public static ByteEncoderSettings Bits => new(new RmtSymbol(8, true, 17, false), new RmtSymbol(16, true, 9, false), true);

    public static CopyEncoderSettings Reset(int us = ResetUs) =>
        new(new[] { new RmtSymbol((ushort)(us * 10), false, (ushort)(us * 10), false) });

    public static TransmitChannelSettings Settings(int pin = Pin, byte blocks = Blocks) =>
        new(pin) { ResolutionHz = ResolutionHz, NumberOfMemoryBlocks = blocks };

    public static TransmitterEncodedChannel Open(int pin = Pin, byte blocks = Blocks) =>
        new(Settings(pin, blocks), new EncoderSettings[] { Bits, Reset() });

    public static EncoderData[] Data(byte[] bytes) => new[] { new EncoderData(bytes) };

    /// <summary>Bytes that differ from their neighbours.</summary>
    public static byte[] Bytes(int count, int seed = 1)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)(i * 37 + seed);
        }

        return bytes;
    }

    public void Dispose() => _board.Dispose();
}
