using System.Net;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Live;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;
using NanoFirmware.Discovery;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <content>The documents: state with its segments, info, names, presets.</content>
internal sealed partial class WledController
{
    // Clients ask for at least this of WLED.
    private const string Spoken = "0.15.0";

    private void WriteState(Reply reply)
    {
        reply.BeginObject();
        reply.Field("on", _device.Master.Power);
        reply.Field("bri", _device.Master.Brightness == 0 ? 1 : _device.Master.Brightness);
        reply.Field("transition", _device.ChannelA.Controls.Values[ChannelControls.FadeIndex] / 100);

        int preset = _device.Presets.Current;
        reply.Field("ps", preset > 0 ? preset : -1);

        // What WLED has and this device has not, at rest.
        reply.Text(",\"pl\":-1,\"nl\":{\"on\":false,\"dur\":60,\"mode\":0,\"tbri\":0,\"rem\":-1}");
        reply.Text(",\"udpn\":{\"send\":false,\"recv\":false},\"lor\":0,\"mainseg\":0");
        reply.Name("seg");
        reply.BeginArray();
        int leds = LedsOf(_device.ChannelA);
        HandedPicture single = _device.Live.Picture;
        WriteSegment(reply, 0, 0, _device.ChannelA, single != null && single.Holds(0));
        WriteSegment(reply, 1, leds, _device.ChannelB, single != null && single.Holds(1));
        reply.EndArray();
        reply.EndObject();
    }

    private static int LedsOf(Channel channel) => channel.Output.Strip.Leds;

    // A strip that is not there is no segment.
    private static void WriteSegment(Reply reply, int id, int start, Channel channel, bool isFrozen)
    {
        int leds = LedsOf(channel);
        if (leds == 0)
        {
            return;
        }

        string[] names = WledSegment.Names();
        int[] controls = WledSegment.Controls();
        reply.BeginObject();
        reply.Field("id", id);
        reply.Field("start", start);
        reply.Field("stop", start + leds);
        reply.Field("len", leds);
        for (int i = 0; i < names.Length; i++)
        {
            int value = channel.Controls.Values[controls[i]];
            reply.Name(names[i]);
            if (channel.Controls.Controls[controls[i]].Kind == ControlKind.Switch)
            {
                reply.Value(value != 0);
            }
            else
            {
                reply.Value(value);
            }
        }

        reply.Field("n", channel.Name);
        reply.Field("frz", isFrozen);
        reply.Text(",\"grp\":1,\"spc\":0,\"of\":0,\"sel\":true,\"col\":[");
        WriteColour(reply, channel);
        reply.Text(",[0,0,0],[0,0,0]]");
        reply.EndObject();
    }

    // The palette's first colour where it is the channel's own; those of the table are no colour that a wheel could show.
    private static void WriteColour(Reply reply, Channel channel)
    {
        bool isOwn = PaletteCatalog.IsCustom(channel.Controls.Values[ChannelControls.PaletteIndex]);
        reply.Put('[');
        for (int part = 0; part < 3; part++)
        {
            if (part > 0)
            {
                reply.Put(',');
            }

            reply.Number(isOwn ? channel.Custom.Stops[part] : 255);
        }

        reply.Put(']');
    }

    private void WriteInfo(Reply reply)
    {
        reply.BeginObject();
        reply.Field("ver", Spoken);
        reply.Field("vid", NodeBeacon.Build);
        reply.Name("leds");
        reply.BeginObject();
        reply.Field("count", LedsOf(_device.ChannelA) + LedsOf(_device.ChannelB));
        reply.Field("fps", _device.ChannelA.Output.Metrics.Fps10 / 10);
        reply.Field("pwr", _device.ChannelA.Output.Milliamps + _device.ChannelB.Output.Milliamps);
        reply.Field("maxpwr", _device.Master.Values[MasterControls.BoardBudgetIndex]);
        GridPlan grid = _device.ChannelA.Layout.Plan ?? _device.ChannelB.Layout.Plan;
        if (grid != null)
        {
            reply.Name("matrix");
            reply.BeginObject();
            reply.Field("w", grid.Width);
            reply.Field("h", grid.Height);
            reply.EndObject();
        }

        reply.Text(",\"maxseg\":2,\"rgbw\":false,\"wv\":false,\"cct\":false,\"lc\":1,\"seglc\":[1,1]");
        reply.EndObject();
        reply.Field("name", _device.Hotspot.Name ?? "nanoFirmware");
        reply.Text(",\"str\":false,\"udpport\":0,\"ws\":-1");
        WriteLive(reply);
        reply.Text(",\"arch\":\"esp32\",\"core\":\"nanoFramework\",\"brand\":\"WLED\",\"product\":\"nanoFirmware\"");

        // As WLED says it of its own hotspot: the runtime tells no signal strength.
        reply.Text(",\"wifi\":{\"bssid\":\"\",\"rssi\":0,\"signal\":100,\"channel\":0,\"ap\":true}");
        reply.Field("fxcount", Effects().Length);
        reply.Field("palcount", PaletteCatalog.Names().Length);
        reply.Name("fs");
        reply.BeginObject();
        reply.Text("\"u\":16,\"t\":256");
        reply.Comma();
        reply.Field("pmt", _device.Presets.Changes + 1);
        reply.EndObject();
        reply.Field("freeheap", _supervisor.Heap.FreeBytes);
        reply.Field("uptime", (long)(HighResTimer.GetCurrent() / 1000000));
        reply.Field("mac", Mac());
        reply.Field("ip", _device.Station.Address ?? Board.HotspotAddress);
        reply.EndObject();
    }

    // Single LEDs that were posted are no stream, there as here.
    private void WriteLive(Reply reply)
    {
        LiveInput first = _device.Live.First;
        bool isStream = first != null && first.TakesOrder;
        reply.Field("live", isStream);
        reply.Field("lm", isStream ? first.Name : string.Empty);
        var sender = isStream ? first.Sender as IPEndPoint : null;
        reply.Field("lip", sender == null ? string.Empty : sender.Address.ToString());
    }

    private string Mac()
    {
        byte[] bytes = _device.Hotspot.Mac;
        string text = string.Empty;
        for (int i = 0; i < bytes.Length; i++)
        {
            text = text + bytes[i].ToString("X2");
        }

        return text.ToLower();
    }

    private static void WriteNames(Reply reply, string[] names)
    {
        reply.BeginArray();
        for (int i = 0; i < names.Length; i++)
        {
            reply.Value(names[i]);
        }

        reply.EndArray();
    }

    private void WritePresets(Reply reply)
    {
        reply.BeginObject();
        reply.Text("\"0\":{}");
        reply.Comma();
        for (int slot = 1; slot <= _device.Presets.Slots; slot++)
        {
            string name = _device.Presets.NameOf(slot);
            if (name != null)
            {
                reply.Name(slot.ToString());
                reply.BeginObject();
                reply.Field("n", name);
                reply.EndObject();
            }
        }

        reply.EndObject();
    }
}
