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
    private int _slot;

    public BackupAnswer(Device device) => _device = device;

    public override bool WriteNext(Reply reply)
    {
        if (_slot == 0)
        {
            WriteHead(reply);
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

    private void WriteHead(Reply reply)
    {
        reply.BeginObject();
        reply.Field("backup", BackupStore.Form);
        reply.Field("version", Board.Version);
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
