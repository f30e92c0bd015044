using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>
/// /api/channel/{a|b}: one channel's controls, its own palette, layers and marks over it, and the picture it shows.
/// </summary>
internal sealed class ChannelController : Controller
{
    private readonly Device _device;
    private MapExchange _maps;

    public ChannelController(Device device) => _device = device;

    public override void Handle(Request request, Reply reply)
    {
        Channel channel = Find(request.Segment(2));
        bool isOfLayout = request.SegmentCount == 5 && request.Segment(3) == "layout";
        bool isTest = isOfLayout && request.Segment(4) == "test";
        bool isMap = isOfLayout && request.Segment(4) == "map";
        if (channel == null || (request.SegmentCount > 4 && !isTest && !isMap))
        {
            reply.NotFound(channel == null ? "unknown channel: use a or b" : "unknown path: a control has no parts");
            return;
        }

        string name = request.Segment(3);
        if (name == "frame")
        {
            HandleFrame(request, reply, channel);
            return;
        }

        if (isMap)
        {
            // Made when somebody first asks: it is not for every device.
            _maps = _maps ?? new MapExchange(_device);
            _maps.Handle(request, reply, _device.State.Layouts, channel == _device.ChannelA ? 0 : 1);
            return;
        }

        if (name == "layout")
        {
            LayoutExchange.Handle(request, reply, channel.Layout, isTest);
            _device.FollowLayout();
            return;
        }

        if (name == LayersChange.Name)
        {
            LayersExchange.Handle(request, reply, channel);
            return;
        }

        if (name == "marks")
        {
            MarksExchange.Handle(request, reply, channel);
            return;
        }

        if (name == "colours")
        {
            ColoursExchange.Handle(request, reply, channel.Custom);
            return;
        }

        ControlsExchange.Handle(request, reply, channel.Controls, name, channel.Layout);
    }

    private void HandleFrame(Request request, Reply reply, Channel channel)
    {
        if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
            return;
        }

        if (channel.Layout.Plan != null)
        {
            var frame = new GridFrame(channel, channel.Layout.Plan, _device.State.Channels, 1);
            reply.SendLong(frame, "application/json", "no-store");
            return;
        }

        reply.BeginObject();
        reply.Field("frame", channel.Output.Metrics.Frames);
        reply.Field("leds", channel.Output.Strip.Leds);
        reply.Name("pixels");
        reply.Put('"');
        reply.HexPixels(channel.Output.Strip.Wire.Bytes, channel.Output.Strip.Order, 1);
        reply.Put('"');
        reply.EndObject();
    }

    private Channel Find(string name)
    {
        if (name == "a")
        {
            return _device.ChannelA;
        }

        return name == "b" ? _device.ChannelB : null;
    }
}
