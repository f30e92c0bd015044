using NanoHost.Gpio;
using NanoHost.I2s;
using NanoHost.IO;
using NanoHost.Net;
using NanoHost.Rmt;
using NanoHost.Serial;
using NanoHost.Web;

namespace NanoHost;

/// <summary>One simulated ESP32-S3: what the device APIs of this assembly talk to.</summary>
public sealed class SimulatedBoard : IDisposable
{
    private static readonly AsyncLocal<SimulatedBoard?> Own = new();
    private static SimulatedBoard? _current;

    private readonly ManualResetEventSlim _off = new();
    private readonly bool _ownsStorage;

    /// <param name="clock">The board's time.</param>
    /// <param name="storageRoot">The folder that is I:\, made when absent; without one a fresh temporary one, gone with the
    /// board.</param>
    public SimulatedBoard(IBoardClock clock, string? storageRoot = null)
    {
        Clock = clock;
        Rmt = new RmtPeripheral(clock, Pins);
        I2s = new I2sPeripheral(clock, Pins);
        Serial = new SerialPeripheral(clock, Pins);
        Gpio = new GpioPeripheral();
        _ownsStorage = storageRoot == null;
        string root = storageRoot ?? System.IO.Path.Combine(
            System.IO.Path.GetTempPath(), "nanohost-" + System.IO.Path.GetRandomFileName());
        StorageRoot = System.IO.Directory.CreateDirectory(root).FullName;
        Pins.Touched = ResetOnPin;
        Storage = new FlashDrive(StorageRoot) { Busy = Stall, Reads = StallInPieces };
        Network = new NetworkPeripheral(StorageRoot) { Busy = Stall, Reads = StallInPieces };
        Memory.Compacted += Rmt.MoveArrays;
        Memory.Collected += Web.Collect;
        Dial = port => new LoopbackCall(this, port);
    }

    /// <summary>
    /// Somebody asked for a reboot, or the chip did by itself; the reason is the option's name. See <see cref="Reboot"/>.
    /// </summary>
    public event Action<string>? Rebooted;

    /// <summary>The firmware said a line on the USB serial line.</summary>
    public event Action<string>? Said;

    /// <summary>
    /// The board that the device APIs of this process talk to: the one of <see cref="Run"/>, else the one installed last.
    /// </summary>
    public static SimulatedBoard Current =>
        Own.Value?.WhilePowered() ?? _current ?? throw new InvalidOperationException(
            "No simulated board is installed: call SimulatedBoard.Install first.");

    public IBoardClock Clock { get; }

    public PinMatrix Pins { get; } = new();

    public RmtPeripheral Rmt { get; }

    public I2sPeripheral I2s { get; }

    public SerialPeripheral Serial { get; }

    public GpioPeripheral Gpio { get; }

    public BoardMemory Memory { get; } = new();

    /// <summary>The image on the board, by whose name octal PSRAM is told.</summary>
    public string TargetName { get; set; } = "ESP32_S3_OCTAL";

    /// <summary>Fault to inject: driving one of these takes the supply down, and the board resets.</summary>
    public HashSet<int> ShortedPins { get; } = new();

    /// <summary>The board's web servers: why one did not start, what handlers threw, faults to put in.</summary>
    public WebServers Web { get; } = new();

    /// <summary>Full path of the folder that is I:\.</summary>
    public string StorageRoot { get; }

    /// <summary>The drive I:\ itself: its size, what is used of it, faults to put in.</summary>
    public FlashDrive Storage { get; }

    /// <summary>The radio: the hotspot, networks in range, phones that join.</summary>
    public NetworkPeripheral Network { get; }

    /// <summary>Device port → port of the PC.</summary>
    public Func<int, int> MapPort { get; set; } = port => port;

    /// <summary>How the board calls a port of its own; over the PC's loopback, unless a host has its own network.</summary>
    public Func<int, ICall> Dial { get; set; }

    internal void Say(string line) => Said?.Invoke(line);

    /// <summary>
    /// Makes <paramref name="board"/> the one that the device APIs talk to from now on; the one before is left as it is.
    /// </summary>
    public static SimulatedBoard Install(SimulatedBoard board)
    {
        _current = board;
        return board;
    }

    /// <summary>
    /// Runs code of this board: it, and every thread that comes from it, stays with this board whichever is installed later. When
    /// the board is disposed the power is cut: whoever still runs stops for good at its next call into the device APIs.
    /// </summary>
    public void Run(Action firmware)
    {
        Own.Value = this;
        firmware();
    }

    /// <summary>
    /// Tells <see cref="Rebooted"/>. As on the board the caller never goes on: a handler's exception unwinds it, else it stays
    /// here until the board is disposed and then gets an <see cref="ObjectDisposedException"/>. Without a handler it throws at
    /// once.
    /// </summary>
    public void Reboot(string reason)
    {
        if (Rebooted == null)
        {
            throw new InvalidOperationException($"The firmware rebooted the board ({reason}) and nothing listens to Rebooted.");
        }

        Rebooted(reason);
        _off.Wait();
        Own.Value?.WhilePowered();
        throw new ObjectDisposedException(nameof(SimulatedBoard), $"The board was rebooted ({reason}).");
    }

    /// <summary>
    /// Ends the peripherals and the web servers, and lets go of threads parked in <see cref="Reboot"/>. The clock is the
    /// caller's, and so is a storage folder that it named.
    /// </summary>
    public void Dispose()
    {
        _off.Set();
        Web.Dispose();
        Network.Datagrams.Dispose();
        Network.Streams.Dispose();
        I2s.Dispose();
        Rmt.Dispose();
        Interlocked.CompareExchange(ref _current, null, this);
        if (_ownsStorage && System.IO.Directory.Exists(StorageRoot))
        {
            System.IO.Directory.Delete(StorageRoot, recursive: true);
        }
    }

    // Whoever drives a line of the memory that the program runs from ends the program; a short takes the supply down.
    private void ResetOnPin(int pin)
    {
        bool isFlash = pin is >= 26 and <= 32;
        bool isOctalMemory = pin is >= 33 and <= 37 && TargetName.Contains("OCTAL", StringComparison.Ordinal);
        if (isFlash || isOctalMemory)
        {
            Reboot($"crash: GPIO {pin} belongs to the memory");
        }

        if (ShortedPins.Contains(pin))
        {
            Reboot($"brown-out: GPIO {pin} is shorted");
        }
    }

    // While flash is written no code is read from it: no refill of a transmission, and nothing else either. In real time the PC's
    // other threads go on meanwhile and would send what no board can send then, so only clocks that stop them show what a stall
    // garbles.
    private void Stall(int us)
    {
        if (Clock is not RealTimeClock)
        {
            Rmt.StallRefills(us);
        }

        Serial.Stall(us);
        Clock.WaitUntil(Clock.NowUs + us);
    }

    // A read holds interrupts up as a write does, for as long as the memory of a transmission lasts and a little longer.
    private void StallInPieces(int reads)
    {
        if (Clock is RealTimeClock)
        {
            Clock.WaitUntil(Clock.NowUs + reads * (FlashDrive.ReadUs + FlashDrive.ReadGapUs));
            return;
        }

        for (int i = 0; i < reads; i++)
        {
            Rmt.StallRefills(FlashDrive.ReadUs);
            Clock.WaitUntil(Clock.NowUs + FlashDrive.ReadUs + FlashDrive.ReadGapUs);
        }
    }

    private SimulatedBoard WhilePowered()
    {
        if (_off.IsSet)
        {
            Thread.Sleep(Timeout.Infinite);
        }

        return this;
    }
}
