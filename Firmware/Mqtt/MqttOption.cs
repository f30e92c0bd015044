using NanoFirmware.Documents;
using NanoFirmware.Health;
using NanoFirmware.Storage;

namespace NanoFirmware.Mqtt;

/// <summary>
/// The device at a broker, as an option: before somebody asks for it there is nothing of it at all, no thread and no socket. It
/// is found where it hangs to be forgotten with all else, so that nobody needs a place for what may not be there.
/// </summary>
internal sealed class MqttOption : KeptOption
{
    private readonly Device _device;

    private MqttOption(Device device) => _device = device;

    /// <summary>Which broker.</summary>
    public readonly BrokerSettings Settings = new BrokerSettings();

    /// <summary>The connection; null until it was first switched on.</summary>
    public MqttLink Link;

    /// <summary>A device's; made now if it is not there.</summary>
    public static MqttOption Of(Device device)
    {
        lock (device.Reset)
        {
            device.Reset.Option = device.Reset.Option ?? new MqttOption(device);
            return (MqttOption)device.Reset.Option;
        }
    }

    /// <summary>Brings back what was kept, if anything.</summary>
    public static void Restore(Device device)
    {
        string problem = BrokerSettings.IsKept ? Of(device).Settings.Load() : null;
        if (problem != null)
        {
            device.Settings.Fail(problem);
        }
    }

    /// <summary>Makes the connection once it is wanted; whoever looks after the device calls it now and then.</summary>
    public static void Look(Device device, Supervisor supervisor)
    {
        if (device.Reset.Option != null)
        {
            Of(device).Begin(supervisor);
        }
    }

    /// <inheritdoc/>
    public override void Reset() => Settings.Reset();

    /// <inheritdoc/>
    public override JsonPart Document(bool isKept)
    {
        if (!isKept && Settings.Host.Length == 0)
        {
            return null;
        }

        var json = new JsonWriter(SafeFile.DocumentBytes);
        Settings.Write(json, withLogin: isKept);
        return new JsonPart(json.Bytes, 0, json.Length);
    }

    /// <inheritdoc/>
    /// <remarks>A broker that is the same keeps its user and password; another one has to be given its own.</remarks>
    public override string Restore(JsonPart document, JsonWriter resolved)
    {
        var json = new JsonReader();
        json.Begin(document.Bytes, document.Start, document.Length);
        var change = new BrokerChange();
        string problem = change.Read(json) ?? change.Conflict(Settings);
        if (problem != null)
        {
            return problem;
        }

        var next = new BrokerSettings();
        next.TakeOver(Settings);
        change.Apply(next);
        if (resolved != null)
        {
            next.Write(resolved, withLogin: true);
            return null;
        }

        next.Save();
        Settings.TakeOver(next);
        return null;
    }

    private void Begin(Supervisor supervisor)
    {
        if (Link == null && Settings.IsOn)
        {
            Link = new MqttLink(_device, supervisor, Settings);
            supervisor.LookAfter(Link);
        }
    }
}
