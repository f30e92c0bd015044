using NanoFirmware.Control;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <content>What controls, links and senders ask for, carried out before a frame.</content>
internal sealed partial class Channel
{
    // Linked strips draw the first one's pattern: what it needs is made for all of them.
    private void Prepare(int pattern)
    {
        Pattern prepared = _layer.Prepare(pattern);
        Channel[] channels = _stage.Channels;
        for (int i = 0; i < channels.Length; i++)
        {
            Channel channel = channels[i];
            if (channel != null)
            {
                channel._layer.MakeRoomFor(prepared);
            }
        }
    }

    // What the controls ask for, carried out; it costs something only when one changed. True when the picture is going to be
    // another one.
    private bool Take(FrameLimiter limiter, bool isSentOther)
    {
        PictureLight light = _light;
        bool isNew = false;
        int cap = limiter.Power.Cap;
        if (_wish.HasChanged() || cap != _cap || light.IsWorking)
        {
            isNew = Change(cap, limiter.Slices);
        }
        else
        {
            light.HasWorked = false;
        }

        if (_shared.Receives && _shared.Receive())
        {
            isNew = true;
        }

        if (_isSent)
        {
            _sent.Receive(_wish.Level, cap);
            int brightest = _sent.BrightestSum;
            light.Bound(Over != null && Over.IsSeen ? Over.Bound(brightest, light) : brightest);

            // It is shown at once, whatever is chosen meanwhile; what follows it is faded to.
            return isSentOther;
        }

        Palette palette = _canvas.Palette;
        light.IsMixed = _canvas.IsMixed || palette.IsMixed;
        if (light.CalmFrames <= PictureLight.Restless || light.IsWorking || light.IsReceived)
        {
            int sum = light.IsReceived ? _shared.BrightestSum : palette.BrightestSum;
            light.Bound(Over != null && Over.IsSeen ? Over.Bound(sum, light) : sum);
        }

        return isNew;
    }

    // True when a sender begins or ends.
    private bool LookForSender()
    {
        _sent = _sent ?? new SentPicture(_stage, _index, _light);
        bool isOther = _sent.Look();
        _isSent = _sent.IsOn;
        if (isOther && !_isSent)
        {
            // Nothing was drawn on the canvas meanwhile: what is there is as bright as it was, whatever the palette became.
            _map.Forget();
            _wish.Forget();
        }

        return isOther;
    }

    private bool Change(int cap, int slices)
    {
        ChannelWish wish = _wish;
        PictureLight light = _light;
        bool isFirst = _layer.Pattern == null;
        bool received = _shared.Receives;
        wish.Read();
        if (wish.IsShared || _shared.IsOn)
        {
            _shared.Take(wish);
        }

        if (received && !_shared.Receives)
        {
            // Nothing was drawn on the canvas meanwhile: what is there is as bright as it was, whatever the palette became.
            _map.Forget();
        }

        Layer layer = _layer;
        int[] values = wish.Values;
        bool isOther = layer.TakePattern(values);
        bool isLaidOut = _map.Take(wish, layer.Pattern.IsForGrids);
        if (isOther || isLaidOut)
        {
            layer.Begin(_map.Now, wish.Plan);
        }

        if (isLaidOut || wish.Plan != null)
        {
            Hops = wish.Plan == null ? 1 : layer.Pattern.HopsOn(wish.Plan, wish.IsShared);
            _canvas.Hops = Hops;
        }

        layer.TakeParameters(values);
        Overlays over = Over;
        bool isNew = (over != null && over.Take(wish, _map.Now, isLaidOut)) || isOther || isLaidOut || wish.Link != _link;
        _cap = cap;
        if (isNew)
        {
            light.Unsettle();

            // What the supply had to be spared of the last picture says nothing of another one.
            _cap = FrameLimiter.FullLevel;
        }

        _link = wish.Link;
        light.IsLit = wish.IsLit;
        light.Level = wish.Level > 0 ? wish.Level : 1;
        int palette = values[ChannelControls.PaletteIndex];

        // Another picture is work enough for a frame: its colours follow from the next one on.
        int work = isNew ? 0 : slices;
        work = isFirst ? AllSlices : work;
        bool isRecoloured = layer.TakePalette(palette, wish.Custom, wish.Level < _cap ? wish.Level : _cap, work);
        if (over != null && !light.IsWorking)
        {
            over.Colour(wish, _cap, work, light);
        }

        return (isNew || isRecoloured) && !isFirst;
    }
}
