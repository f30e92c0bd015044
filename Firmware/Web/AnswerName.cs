using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>
/// The names of a status and of the catalogues, ready to be copied: every page and script asks for one again and again. All are
/// made here, one after the other.
/// </summary>
internal static class AnswerName
{
    public static readonly int Version = JsonWriter.NameOf("version");
    public static readonly int UptimeMs = JsonWriter.NameOf("uptimeMs");
    public static readonly int Mode = JsonWriter.NameOf("mode");
    public static readonly int Channels = JsonWriter.NameOf("channels");
    public static readonly int Hotspot = JsonWriter.NameOf("hotspot");
    public static readonly int DefaultPassword = JsonWriter.NameOf("defaultPassword");
    public static readonly int Storage = JsonWriter.NameOf("storage");
    public static readonly int Saves = JsonWriter.NameOf("saves");
    public static readonly int Writes = JsonWriter.NameOf("writes");
    public static readonly int Unsaved = JsonWriter.NameOf("unsaved");
    public static readonly int Memory = JsonWriter.NameOf("memory");
    public static readonly int FreeBytes = JsonWriter.NameOf("freeBytes");
    public static readonly int LeastBytes = JsonWriter.NameOf("leastBytes");
    public static readonly int Collections = JsonWriter.NameOf("collections");
    public static readonly int Health = JsonWriter.NameOf("health");
    public static readonly int Level = JsonWriter.NameOf("level");
    public static readonly int PollMs = JsonWriter.NameOf("pollMs");
    public static readonly int Stalls = JsonWriter.NameOf("stalls");
    public static readonly int Started = JsonWriter.NameOf("started");
    public static readonly int Requests = JsonWriter.NameOf("requests");
    public static readonly int Refused = JsonWriter.NameOf("refused");
    public static readonly int WebRestarts = JsonWriter.NameOf("webRestarts");
    public static readonly int Clients = JsonWriter.NameOf("clients");
    public static readonly int BusyPercent = JsonWriter.NameOf("busyPercent");
    public static readonly int Note = JsonWriter.NameOf("note");
    public static readonly int Fps = JsonWriter.NameOf("fps");
    public static readonly int Frames = JsonWriter.NameOf("frames");
    public static readonly int RenderUs = JsonWriter.NameOf("renderUs");
    public static readonly int RenderUsMax = JsonWriter.NameOf("renderUsMax");
    public static readonly int LatencyUs = JsonWriter.NameOf("latencyUs");
    public static readonly int Skipped = JsonWriter.NameOf("skipped");
    public static readonly int Dropped = JsonWriter.NameOf("dropped");
    public static readonly int Milliamps = JsonWriter.NameOf("milliamps");
    public static readonly int Limited = JsonWriter.NameOf("limited");
    public static readonly int Guarded = JsonWriter.NameOf("guarded");
    public static readonly int SnapshotMisses = JsonWriter.NameOf("snapshotMisses");
    public static readonly int Audio = JsonWriter.NameOf("audio");
    public static readonly int Kind = JsonWriter.NameOf("kind");
    public static readonly int State = JsonWriter.NameOf("state");
    public static readonly int Snapshots = JsonWriter.NameOf("snapshots");
    public static readonly int Slot = JsonWriter.NameOf("slot");
    public static readonly int Swapped = JsonWriter.NameOf("swapped");
    public static readonly int SamplesRead = JsonWriter.NameOf("samplesRead");
    public static readonly int SamplesLost = JsonWriter.NameOf("samplesLost");
    public static readonly int HopsVanished = JsonWriter.NameOf("hopsVanished");
    public static readonly int Faults = JsonWriter.NameOf("faults");
    public static readonly int Index = JsonWriter.NameOf("index");
    public static readonly int Name = JsonWriter.NameOf("name");
    public static readonly int Description = JsonWriter.NameOf("description");
    public static readonly int Parameters = JsonWriter.NameOf("parameters");
    public static readonly int Control = JsonWriter.NameOf("control");
    public static readonly int Min = JsonWriter.NameOf("min");
    public static readonly int Max = JsonWriter.NameOf("max");
    public static readonly int Default = JsonWriter.NameOf("default");
    public static readonly int Colors = JsonWriter.NameOf("colors");
}
