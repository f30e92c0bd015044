using System.Net;
using NanoFirmware.Simulator.Sending;

namespace NanoFirmware.Simulator;

/// <summary>What the user asked for, checked and ready to use.</summary>
public sealed record SimulatorOptions
{
    /// <summary>As a sound file: what is piped into the simulator.</summary>
    public const string StandardInput = "-";

    /// <summary>The sound file that the microphone hears; null plays <see cref="Signal"/>.</summary>
    public string? WavPath { get; init; }

    /// <summary>The generated signal that the microphone hears, as <c>--signal</c> names it.</summary>
    public string Signal { get; init; } = "song";

    /// <summary>The simulated microphone hears this computer's.</summary>
    public bool HearsMicrophone { get; init; }

    /// <summary>Which one; null for the usual one.</summary>
    public string? MicrophoneName { get; init; }

    /// <summary>What is shown is heard from this computer's loudspeaker.</summary>
    public bool IsPlayed { get; init; }

    /// <summary>The device's HTTP port on this computer, 1 to 65534.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>How far the PC's UDP ports lie above the device's.</summary>
    public int UdpOffset { get; init; }

    /// <summary>The address of the PC's interface by which the device hears multicast groups and sends to them.</summary>
    public IPAddress UdpInterface { get; init; } = IPAddress.Loopback;

    /// <summary>The bench page's port: the one after the device's.</summary>
    public int BenchPort => Port + 1;

    /// <summary>How long to run; null runs until Ctrl+C.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The file that the figures go to; null writes none.</summary>
    public string? ReportPath { get; init; }

    /// <summary>The folder that the frames and pictures go to; null records nothing.</summary>
    public string? RecordFolder { get; init; }

    /// <summary>The folder that is the device's <c>I:</c> drive.</summary>
    public string StateFolder { get; init; } = "state";

    /// <summary>LEDs of strip A and strip B, 0 where there is none; null leaves what the drive says.</summary>
    public IReadOnlyList<int>? Leds { get; init; }

    /// <summary>A file that says what is soldered where; null leaves what the drive says.</summary>
    public string? WiringPath { get; init; }

    /// <summary>Devices that the pictures are sent to; none for nobody.</summary>
    public IReadOnlyList<DdpTarget> Targets { get; init; } = [];

    /// <summary>A video that is sent instead of what the strips show; null for none.</summary>
    public string? VideoPath { get; init; }

    /// <summary>The grid that a video is scaled to; null without a video.</summary>
    public GridSize? VideoSize { get; init; }

    /// <summary>The pattern that both strips begin with; null for what they showed last.</summary>
    public string? Pattern { get; init; }

    /// <summary>It is built and started again whenever a source file is saved.</summary>
    public bool IsWatched { get; init; }

    /// <summary>No terminal view, plain lines only.</summary>
    public bool Headless { get; init; }

    /// <summary>What the microphone hears, in a word for the views.</summary>
    public string SoundName => (HearsMicrophone, WavPath) switch
    {
        (true, _) => MicrophoneName ?? "the microphone",
        (_, StandardInput) => "standard input",
        (_, string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path)),
        _ => Signal,
    };
}
