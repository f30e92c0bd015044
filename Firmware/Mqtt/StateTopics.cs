using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Mqtt;

/// <summary>
/// What the device tells a broker of itself, kept there for whoever comes later. No change waits in a queue: a topic is told
/// when what it is made of is another than when it was told last, so that nothing is lost however long nobody listened.
/// </summary>
internal sealed class StateTopics
{
    private const int Channels = 0;
    private const int Global = 2;
    private const int Lights = 3;
    private const int Master = 5;
    private const int Preset = 6;
    private const int Sensors = 7;
    private const int Count = 8;
    private const int MostBytes = 1536;

    // Bpm, level and mA change all the time.
    private const int SensorsMs = 5000;

    // Nothing has that version.
    private const int Never = int.MinValue;

    // No static table, which would take its room also on a device that has no broker.
    private readonly string[] _names = { "/a", "/b", "/global", "/ha/a", "/ha/b", "/ha/global", "/preset", "/sensors" };

    private readonly Device _device;
    private readonly string _prefix;
    private readonly SnapshotReader _ears;
    private readonly int[] _told = new int[Count];
    private long _sensorsMs;
    private int _sensorRounds;

    public StateTopics(Device device, string prefix)
    {
        _device = device;
        _prefix = prefix;
        _ears = new SnapshotReader(device.Exchange);
        Forget();
    }

    /// <summary>All has to be told again.</summary>
    public void Forget()
    {
        for (int i = 0; i < Count; i++)
        {
            _told[i] = Never;
        }
    }

    /// <summary>Tells what is another; what does not go now goes the next time.</summary>
    public void Tell(BrokerLine line, long nowMs)
    {
        if (nowMs - _sensorsMs >= SensorsMs)
        {
            _sensorsMs = nowMs;
            _sensorRounds++;
        }

        bool goes = true;
        for (int i = 0; i < Count && goes; i++)
        {
            // Read before what it stands for: a change in between is told once more.
            int version = VersionOf(i);
            if (version != _told[i])
            {
                goes = line.TryPublish(_prefix + _names[i], Document(i), true);
                _told[i] = goes ? version : _told[i];
            }
        }
    }

    private int VersionOf(int topic)
    {
        switch (topic)
        {
            case Global:
            case Master:
                return _device.Master.Version;
            case Preset:
                return (_device.Presets.Changes * 64) + _device.Presets.Current;
            case Sensors:
                return _sensorRounds;
            default:
                Channel channel = ChannelOf(topic);
                return channel.Controls.Version + channel.Custom.Version;
        }
    }

    private Channel ChannelOf(int topic) => topic == Channels || topic == Lights ? _device.ChannelA : _device.ChannelB;

    private byte[] Document(int topic)
    {
        var json = new JsonWriter(MostBytes);
        switch (topic)
        {
            case Global:
                json.BeginObject();
                ControlsDocument.WriteFields(json, _device.Master);
                json.EndObject();
                break;
            case Master:
                HomeLight.Write(json, _device.Master);
                break;
            case Preset:
                WritePreset(json);
                break;
            case Sensors:
                WriteSensors(json);
                break;
            case Lights:
            case Lights + 1:
                HomeLight.Write(json, ChannelOf(topic));
                break;
            default:
                WriteChannel(json, ChannelOf(topic));
                break;
        }

        return Cut(json);
    }

    /// <summary>A document's bytes and no more.</summary>
    public static byte[] Cut(JsonWriter json)
    {
        var bytes = new byte[json.Length];
        Array.Copy(json.Bytes, 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static void WriteChannel(JsonWriter json, Channel channel)
    {
        json.BeginObject();
        ControlsDocument.WriteFields(json, channel.Controls);
        ColoursDocument.Write(json, "colours", channel.Custom);
        json.EndObject();
    }

    private void WritePreset(JsonWriter json)
    {
        int slot = _device.Presets.Current;
        json.BeginObject();
        json.Field("slot", slot);
        json.Field("name", slot == 0 ? null : _device.Presets.NameOf(slot));
        json.EndObject();
    }

    private void WriteSensors(JsonWriter json)
    {
        AudioSnapshot heard = _ears.Read();
        json.BeginObject();
        json.TenthsField("bpm", heard.Bpm10);
        json.Field("level", heard.Level);
        json.Field("milliamps", _device.ChannelA.Output.Milliamps + _device.ChannelB.Output.Milliamps);
        json.EndObject();
    }
}
