using System.Text.Json;

namespace NanoFirmware.DeviceModel.Reporting;

/// <summary>
/// What a run showed. All figures are modelled; times are virtual. The keys of the simulator's report come first.
/// </summary>
public sealed record RunReport
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public double Seconds { get; init; }

    public Dictionary<string, ChannelReport> Channels { get; init; } = [];

    public int Snapshots { get; init; }

    public int SnapshotMisses { get; init; }

    public long SamplesRead { get; init; }

    public long SamplesLost { get; init; }

    public double AllocatedBytesPerFrame { get; init; }

    /// <summary>How often the settings were saved.</summary>
    public int Saves { get; init; }

    public string Scenario { get; init; } = "";

    public string Origin { get; init; } = "modelled";

    public double K { get; init; }

    public double AbSkewUsP50 { get; init; }

    public double AbSkewUsP99 { get; init; }

    public double AnalyzeUsMean { get; init; }

    public double AnalyzeUsMax { get; init; }

    public ThreadReport[] Threads { get; init; } = [];

    public double SwitchingShare { get; init; }

    public double IdleShare { get; init; }

    public long LiveHeapBytes { get; init; }

    public HeapRow[] LiveHeap { get; init; } = [];

    public long AllocatedBytes { get; init; }

    public int Collections { get; init; }

    public WebReport Web { get; init; } = new();

    public TimelineRow[] Timeline { get; init; } = [];

    /// <summary>The report as JSON, the same bytes for the same run.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    internal static RunReport FromJson(string json) => JsonSerializer.Deserialize<RunReport>(json, Format)!;
}

/// <summary>What is alive at the end, of one type; arrays of each length for themselves.</summary>
public sealed record HeapRow(string Type, int Count, long Bytes);

/// <summary>One strip. Times in µs of the chip.</summary>
public sealed record ChannelReport
{
    public int Frames { get; init; }

    public double Fps { get; init; }

    /// <summary>The worst second.</summary>
    public double FpsMin { get; init; }

    public double RenderUsMean { get; init; }

    public double RenderUsP99 { get; init; }

    public double RenderUsMax { get; init; }

    public int TornFrames { get; init; }

    public int TimingViolations { get; init; }

    /// <summary>Frames of pixels that lay where the wire's array was before the heap was compacted.</summary>
    public long StaleFrames { get; init; }

    /// <summary>Frames short of 60 a second.</summary>
    public int MissedFrames { get; init; }

    /// <summary>Greatest time between two starts.</summary>
    public double LongestStallMs { get; init; }

    public double PublishToStartUsP50 { get; init; }

    public double PublishToStartUsP99 { get; init; }

    public double PublishToLatchedUsMean { get; init; }

    public double PublishToLatchedUsP50 { get; init; }

    public double PublishToLatchedUsP99 { get; init; }
}

/// <summary>One thread's share of the chip.</summary>
public sealed record ThreadReport(
    string Name, int Priority, double CpuShare, double HeldShare, long AllocatedBytes, long Turns, string? Died);

/// <summary>The web's side: from the arrival of a request to the end of its answer.</summary>
public sealed record WebReport
{
    public int Requests { get; init; }

    public int Answered { get; init; }

    /// <summary>Turned away by the network stack, all sockets being in use.</summary>
    public int RefusedBySockets { get; init; }

    public SortedDictionary<int, int> Status { get; init; } = [];

    public double LatencyMsP50 { get; init; }

    public double LatencyMsP99 { get; init; }

    /// <summary>Our own part of a request, without the library's.</summary>
    public double HandlerMsMean { get; init; }

    public double HandlerMsMax { get; init; }
}

/// <summary>One row of the timeline: bars as from, to in µs.</summary>
public sealed record TimelineRow(string Name, TimelineSpan[] Spans);

/// <summary>A bar: "run", "held" in a native wait, or "tx".</summary>
public sealed record TimelineSpan(string Kind, double FromUs, double ToUs);
