using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>The names of a status, ready to be copied: every page and script asks for one again and again.</summary>
internal static class StatusName
{
    public static readonly byte[] Version = JsonWriter.NameOf("version");
    public static readonly byte[] UptimeMs = JsonWriter.NameOf("uptimeMs");
    public static readonly byte[] Mode = JsonWriter.NameOf("mode");
    public static readonly byte[] Channels = JsonWriter.NameOf("channels");
    public static readonly byte[] Hotspot = JsonWriter.NameOf("hotspot");
    public static readonly byte[] DefaultPassword = JsonWriter.NameOf("defaultPassword");
    public static readonly byte[] Storage = JsonWriter.NameOf("storage");
    public static readonly byte[] Saves = JsonWriter.NameOf("saves");
    public static readonly byte[] Writes = JsonWriter.NameOf("writes");
    public static readonly byte[] Unsaved = JsonWriter.NameOf("unsaved");
    public static readonly byte[] Memory = JsonWriter.NameOf("memory");
    public static readonly byte[] FreeBytes = JsonWriter.NameOf("freeBytes");
    public static readonly byte[] LeastBytes = JsonWriter.NameOf("leastBytes");
    public static readonly byte[] Collections = JsonWriter.NameOf("collections");
    public static readonly byte[] Health = JsonWriter.NameOf("health");
    public static readonly byte[] Level = JsonWriter.NameOf("level");
    public static readonly byte[] PollMs = JsonWriter.NameOf("pollMs");
    public static readonly byte[] Stalls = JsonWriter.NameOf("stalls");
    public static readonly byte[] Started = JsonWriter.NameOf("started");
    public static readonly byte[] Requests = JsonWriter.NameOf("requests");
    public static readonly byte[] Refused = JsonWriter.NameOf("refused");
    public static readonly byte[] WebRestarts = JsonWriter.NameOf("webRestarts");
    public static readonly byte[] Clients = JsonWriter.NameOf("clients");
    public static readonly byte[] BusyPercent = JsonWriter.NameOf("busyPercent");
    public static readonly byte[] Note = JsonWriter.NameOf("note");
    public static readonly byte[] Fps = JsonWriter.NameOf("fps");
    public static readonly byte[] Frames = JsonWriter.NameOf("frames");
    public static readonly byte[] RenderUs = JsonWriter.NameOf("renderUs");
    public static readonly byte[] RenderUsMax = JsonWriter.NameOf("renderUsMax");
    public static readonly byte[] LatencyUs = JsonWriter.NameOf("latencyUs");
    public static readonly byte[] Skipped = JsonWriter.NameOf("skipped");
    public static readonly byte[] Dropped = JsonWriter.NameOf("dropped");
    public static readonly byte[] Milliamps = JsonWriter.NameOf("milliamps");
    public static readonly byte[] Limited = JsonWriter.NameOf("limited");
    public static readonly byte[] Guarded = JsonWriter.NameOf("guarded");
    public static readonly byte[] SnapshotMisses = JsonWriter.NameOf("snapshotMisses");
    public static readonly byte[] Audio = JsonWriter.NameOf("audio");
    public static readonly byte[] State = JsonWriter.NameOf("state");
    public static readonly byte[] Snapshots = JsonWriter.NameOf("snapshots");
    public static readonly byte[] Slot = JsonWriter.NameOf("slot");
    public static readonly byte[] Swapped = JsonWriter.NameOf("swapped");
    public static readonly byte[] SamplesRead = JsonWriter.NameOf("samplesRead");
    public static readonly byte[] SamplesLost = JsonWriter.NameOf("samplesLost");
    public static readonly byte[] HopsVanished = JsonWriter.NameOf("hopsVanished");
    public static readonly byte[] Faults = JsonWriter.NameOf("faults");
}
