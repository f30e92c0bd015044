using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>Everything that was set as one document: all controls and the network's names first, then each preset as its file holds it.</summary>
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
            byte[] document = _device.Presets.Document(_slot);
            if (document == null)
            {
                reply.Value(null);
            }
            else
            {
                reply.Comma();
                reply.Copy(document, 0, document.Length);
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
        if (Network.Station.Name != null)
        {
            reply.Name("network");
            reply.BeginObject();
            if (_device.Hotspot.Name != null)
            {
                reply.Field("hotspotName", _device.Hotspot.Name);
            }

            reply.Field("wifiName", Network.Station.Name);
            reply.EndObject();
        }

        reply.Name("presets");
        reply.BeginArray();
    }
}
