using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>
/// How a channel's pixels hang, whatever its layout, as a map in WLED's form; and of a grid what it costs to show.
/// </summary>
internal sealed class MapAnswer : LongAnswer
{
    private readonly GridPlan _plan;
    private readonly MapWriter _writer;
    private bool _isBegun;

    public MapAnswer(ChannelLayout layout)
    {
        _plan = layout.Plan;
        LayoutControls controls = layout.NewControls();
        short[] places = layout.Places(controls);
        int width = _plan == null ? places.Length : _plan.Width;
        _writer = new MapWriter(LedMap.Of(places, width, _plan == null ? 1 : _plan.Height));
    }

    public override bool WriteNext(Reply reply)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            reply.BeginObject();
            if (_plan != null)
            {
                int runs = _plan.Runs(_plan.Whole, isOnAll: false);
                reply.Field("runs", runs);
                reply.Field("fps", Board.FrameRateHz / GridPlan.Hops(runs));
            }
        }

        if (_writer.WriteSome(reply))
        {
            return true;
        }

        reply.EndObject();
        return false;
    }
}
