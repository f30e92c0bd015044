using System.Device.I2s;
using nanoFramework.Hardware.Esp32;
using NanoHost;
using NanoHost.Audio;
using NanoHost.I2s;

namespace NanoFirmware.HostTests.I2s;

/// <summary>A board on a clock that tests move, with a microphone that hears a count of its frames.</summary>
internal sealed class Mic : IDisposable
{
    public const int RateHz = 15_360;

    /// <summary>Bytes of a read of 256 frames of 16 bit in stereo.</summary>
    public const int HopBytes = 1024;

    private readonly SimulatedBoard _board;

    public Mic(bool wired = true)
    {
        Clock = new ManualClock(5000);
        _board = SimulatedBoard.Install(new SimulatedBoard(Clock));
        I2s.Source = new CountingSource();
        if (wired)
        {
            Configuration.SetPinFunction(15, DeviceFunction.I2S1_BCK);
            Configuration.SetPinFunction(16, DeviceFunction.I2S1_WS);
            Configuration.SetPinFunction(17, DeviceFunction.I2S1_MDATA_IN);
        }
    }

    public ManualClock Clock { get; }

    public I2sPeripheral I2s => _board.I2s;

    /// <param name="descriptors">DMA descriptors in stereo; twice as many in mono.</param>
    public static I2sConnectionSettings Settings(int descriptors = 8) => new(1)
    {
        Mode = I2sMode.Master | I2sMode.Rx,
        SampleRate = RateHz,
        BufferSize = descriptors * 256 * 8
    };

    public static I2sDevice Open(int descriptors = 8) => I2sDevice.Create(Settings(descriptors));

    /// <summary>When descriptor <paramref name="number"/> is full, from the opening on.</summary>
    public static long DueUs(int number) => 5000 + (long)Math.Ceiling((number + 1) * 256 * 1e6 / RateHz);

    public static short Left(byte[] frames, int frame) => BitConverter.ToInt16(frames, frame * 4);

    public static short Right(byte[] frames, int frame) => BitConverter.ToInt16(frames, frame * 4 + 2);

    public void Dispose() => _board.Dispose();

    /// <summary>Sample n is n steps of 16 bits, modulo 32 768; tells when it is not read in order.</summary>
    private sealed class CountingSource : IAudioSource
    {
        private long _next;

        public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
        {
            if (firstFrame != _next)
            {
                throw new InvalidOperationException($"Frame {firstFrame} after {_next}.");
            }

            for (int i = 0; i < mono.Length; i++)
            {
                mono[i] = _next++ % 32_768 / 32_768f;
            }
        }
    }
}
