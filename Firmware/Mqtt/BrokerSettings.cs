using System;
using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Mqtt;

/// <summary>Which broker, as whom, and what for; kept in a file of its own. User and password go in and never come out.</summary>
internal sealed class BrokerSettings
{
    public const int DefaultPort = 1883;

    /// <summary>Home Assistant is told nothing.</summary>
    public const int NoDiscovery = 0;

    /// <summary>It is told of the whole device in one message.</summary>
    public const int DeviceDiscovery = 1;

    /// <summary>It is told of each thing on its own, as others need it who do not know the newer form.</summary>
    public const int EntityDiscovery = 2;

    /// <summary>Names of the forms, by the numbers above.</summary>
    public static string[] Forms => new[] { "off", "device", "entity" };

    private const string FileName = "I:\\mqtt";
    private const int MostBytes = 768;

    public bool IsOn;
    public string Host = string.Empty;
    public int Port = DefaultPort;
    public string User = string.Empty;
    public string Password = string.Empty;
    public int Discovery = DeviceDiscovery;

    /// <summary>The fleet that it follows; empty for none.</summary>
    public string Group = string.Empty;

    /// <summary>One more with every change.</summary>
    public int Version;

    /// <summary>Without a user and a password the broker is open to whoever finds it: it carries no control then.</summary>
    public bool HasLogin => User.Length > 0 && Password.Length > 0;

    /// <summary>Whether the drive holds any.</summary>
    public static bool IsKept => SafeFile.Exists(FileName);

    /// <summary>Becomes as others are.</summary>
    public void TakeOver(BrokerSettings other)
    {
        IsOn = other.IsOn;
        Host = other.Host;
        Port = other.Port;
        User = other.User;
        Password = other.Password;
        Discovery = other.Discovery;
        Group = other.Group;
        Version++;
    }

    /// <summary>Reads what was kept; what was wrong with it, or null.</summary>
    public string Load()
    {
        try
        {
            var file = new SafeFile(FileName, MostBytes);
            int length = file.Load();
            if (length <= 0)
            {
                return file.SetAside > 0 ? "a damaged file of the broker was set aside as .bad" : null;
            }

            var json = new JsonReader();
            json.Begin(file.Bytes, SafeFile.HeadBytes, length);
            var kept = new BrokerChange();
            string problem = kept.Read(json);
            if (problem == null)
            {
                kept.Apply(this);
            }

            return problem;
        }
        catch (Exception fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Keeps them.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; what was kept before still is.</exception>
    public void Save()
    {
        var file = new SafeFile(FileName, MostBytes);
        file.Load();
        var json = new JsonWriter(file.Bytes, SafeFile.HeadBytes);
        Write(json, withLogin: true);
        file.Save(json.Length);
    }

    /// <summary>Writes them.</summary>
    /// <param name="json">Gets them.</param>
    /// <param name="withLogin">User and password too.</param>
    public void Write(JsonWriter json, bool withLogin)
    {
        json.BeginObject();
        json.Field("on", IsOn);
        json.Field("host", Host);
        json.Field("port", Port);
        if (withLogin)
        {
            json.Field("user", User);
            json.Field("password", Password);
        }

        json.Field("discovery", Forms[Discovery]);
        json.Field("group", Group);
        json.EndObject();
    }

    /// <summary>As when the device was new, and no file.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; it is off all the same.</exception>
    public void Reset()
    {
        TakeOver(new BrokerSettings());
        new SafeFile(FileName, MostBytes).Delete();
    }
}
