namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>A named situation: what the clients do, whether there is a microphone, how slow the chip is.</summary>
internal sealed record Scenario(
    string Name, string Description, Func<double, IEnumerable<WebRequest>> Clients, double K = 200, bool Microphone = true,
    bool Radio = false)
{
    internal static readonly Scenario[] All =
    [
        new("idle", "nobody asks for anything", _ => []),
        new("poll", "two phones poll status twice and a preview once a second", ClientLoad.Poll),
        new("demo-day", "ten clients poll, change patterns and drag sliders", ClientLoad.DemoDay),
        new("drag", "a phone drags a slider for five seconds; five seconds later it is saved", ClientLoad.Drag),
        new("storm", "fifty requests a second", ClientLoad.Storm),
        new("no-mic", "no microphone answers", _ => [], Microphone: false),
        new(
            "flash", "once a second each: what WLED's clients ask, the network, a recall of a preset", ClientLoad.Flash,
            Radio: true),
        new(
            "layout", "a phone hangs a grid of 25 × 24 over both strips (--leds 300,300), every two seconds another one",
            ClientLoad.Layouts),
        new("slow", "nobody asks, a chip at K = 250", _ => [], K: 250),
    ];

    // Another one for each number behind the name.
    private const string Pressure = "pressure-";

    internal static Scenario Find(string name) => Array.Find(All, s => s.Name == name) ?? Seeded(name)
        ?? throw new ArgumentException(
            $"unknown scenario {name}: use {string.Join(", ", All.Select(s => s.Name))} or {Pressure}1, {Pressure}2, …");

    private static Scenario? Seeded(string name) =>
        name.StartsWith(Pressure, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Pressure.Length), out int seed)
            ? new Scenario(name, "clients ask at random for whatever takes memory", seconds => ClientLoad.Pressure(seconds, seed))
            : null;
}

/// <summary>Ways of a client to keep a server waiting.</summary>
internal enum Misconduct
{
    /// <summary>None: it asks and waits.</summary>
    None,

    /// <summary>It connects and says nothing.</summary>
    Silent,

    /// <summary>It sends half of its header and no more.</summary>
    HalfSent,

    /// <summary>Its header never ends: the library gives up after 4 KB.</summary>
    EndlessHeader,
}

/// <summary>One HTTP request that arrives at the board's socket.</summary>
/// <param name="AtUs">When its last byte has arrived.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">JSON, or null.</param>
/// <param name="HeaderBytes">Bytes of request line and headers: curl sends 90, a browser 600.</param>
/// <param name="Headers">Header lines among them.</param>
internal sealed record WebRequest(long AtUs, string Method, string Path, string? Body, int HeaderBytes, int Headers)
{
    /// <summary>What a client does instead of sending a request and waiting for its answer.</summary>
    internal Misconduct Misconduct { get; init; }

    /// <summary>When a client that waits for nothing leaves; never by default.</summary>
    internal long LeavesUs { get; init; } = long.MaxValue;

    /// <summary>What the request says about its body, when that is not its length.</summary>
    internal long? ClaimedBytes { get; init; }

    /// <summary>The body's bytes arrive one after the other, this far apart; 0 when all are there at once.</summary>
    internal long BodyEveryUs { get; init; }

    /// <summary>So many bytes of the body are sent, and no more.</summary>
    internal int BodySentBytes { get; init; } = int.MaxValue;

    /// <summary>The client takes so many bytes of the answer, and then reads no more.</summary>
    internal int ReadsBytes { get; init; } = int.MaxValue;

    /// <summary>The client is gone after the first byte of the answer.</summary>
    internal bool Aborts { get; init; }

    /// <summary>The name by which it knows the device.</summary>
    internal string Host { get; init; } = "192.168.4.1";

    /// <summary>The page that a browser sends it from; null for a program.</summary>
    internal string? Origin { get; init; }

    /// <summary>The key that it sends; null for none.</summary>
    internal string? Key { get; init; }

    internal static WebRequest Browser(double atS, string path, string? body = null) =>
        new((long)(atS * 1e6), body == null ? "GET" : "POST", path, body, 600, 12);

    internal static WebRequest Curl(double atS, string path, string? body = null) =>
        new((long)(atS * 1e6), body == null ? "GET" : "POST", path, body, 90, 3);
}
