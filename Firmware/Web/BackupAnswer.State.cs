using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <content>All controls, the network's names, and what is optional.</content>
internal sealed partial class BackupAnswer
{
    // Those that are there and have something to tell.
    private void WriteOption(Reply reply, int number)
    {
        switch (number)
        {
            case 1:
                WriteOption(reply, "looks", _device.Settings.Looks);
                break;
            case 2:
                WriteOption(reply, "jam", _device.Settings.Jam);
                break;
            default:
                WriteOption(reply, "mqtt", _device.Reset.Option);
                break;
        }
    }

    private void WriteOption(Reply reply, string name, KeptOption option)
    {
        JsonPart part = option == null ? null : option.Document(isKept: false);
        if (part != null)
        {
            reply.Name(name);
            Begin(part);
        }
    }

    private void WriteState(Reply reply)
    {
        _device.State.WriteFields(reply);
        _device.State.WriteOptional(reply);
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
    }
}
