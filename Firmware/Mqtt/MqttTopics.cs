namespace NanoFirmware.Mqtt;

/// <summary>Where at a broker what of this device is found.</summary>
internal sealed class MqttTopics
{
    /// <summary>What all devices of this firmware share.</summary>
    public const string Root = "nano/";

    /// <summary>Said where a device is there.</summary>
    public const string Online = "online";

    /// <summary>Said where it is gone; by the broker, as its last will.</summary>
    public const string Offline = "offline";

    /// <summary>What a topic ends in that takes commands.</summary>
    public const string Set = "/set";

    /// <summary>Where Home Assistant says that it has begun anew.</summary>
    public const string HomeStatus = "homeassistant/status";

    private const int FirstOwnByte = 3;

    /// <param name="mac">The radio's own address, six bytes: its last three are nobody else's.</param>
    public MqttTopics(byte[] mac)
    {
        string id = string.Empty;
        for (int i = FirstOwnByte; i < mac.Length; i++)
        {
            id += mac[i].ToString("x2");
        }

        Id = "nano-" + id;
        Prefix = Root + id;
        Status = Prefix + "/status";
        Error = Prefix + "/error";
    }

    /// <summary>"nano-00a1f3": the device's name to a broker and to Home Assistant.</summary>
    public readonly string Id;

    /// <summary>"nano/00a1f3": before everything that is this device's.</summary>
    public readonly string Prefix;

    /// <summary>Whether it is there.</summary>
    public readonly string Status;

    /// <summary>What was wrong with a command.</summary>
    public readonly string Error;

    /// <summary>A fleet's.</summary>
    public static string Fleet(string group) => Root + "fleet/" + group;
}
