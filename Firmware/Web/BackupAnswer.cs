using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// Everything that was set as one document: all controls and the network's names first, then each preset, as far as this firmware
/// knows what is in it.
/// </summary>
internal sealed class BackupAnswer : LongAnswer
{
    private readonly Device _device;
    private readonly MapsWriter _maps;
    private int _slot = -1;

    public BackupAnswer(Device device)
    {
        _device = device;
        _maps = new MapsWriter(
            new[] { device.ChannelA.Name, device.ChannelB.Name },
                new[] { device.ChannelA.Layout.Map, device.ChannelB.Layout.Map });
    }

    public override bool WriteNext(Reply reply)
    {
        if (_slot < 0)
        {
            reply.BeginObject();
            reply.Field("backup", BackupStore.Form);
            reply.Field("version", Board.Version);
        }
        else if (_maps.WriteSome(reply))
        {
            // Before what may ask for them.
            return true;
        }
        else if (_slot == 0)
        {
            WriteState(reply);
        }
        else
        {
            PresetDocument preset = _device.Presets.Document(_slot);
            if (preset == null)
            {
                reply.Value(null);
            }
            else
            {
                preset.Write(reply);
            }
        }

        _slot++;
        if (_slot <= PresetStore.Slots)
        {
            return true;
        }

        reply.EndArray();
        reply.EndObject();
        return false;
    }

    private void WriteState(Reply reply)
    {
        _device.State.WriteFields(reply);
        reply.Name("wiring");
        reply.BeginObject();
        WiringDocument.WriteFields(reply, _device.Wirings.Wanted);
        reply.EndObject();
        if (_device.Station.Name != null)
        {
            reply.Name("network");
            reply.BeginObject();
            string hotspot = _device.Hotspot.SavedName;
            if (hotspot != null)
            {
                reply.Field("hotspotName", hotspot);
            }

            reply.Field("wifiName", _device.Station.Name);
            reply.EndObject();
        }

        reply.Name("presets");
        reply.BeginArray();
    }
}
