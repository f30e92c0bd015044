using System;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// One picture on several outputs. The first channel's thread leaves it in their <see cref="Output.Live"/>; the others' threads
/// draw nothing and show the newest whole one: usually that of the same frame, since the first is asked first, else the one
/// before. Nobody waits for anybody, and no picture is ever mixed of two.
/// </summary>
internal sealed class SharedPicture
{
    private readonly Stage _stage;
    private readonly int _index;
    private readonly PictureLight _light;
    private Picture _received;
    private bool _isFresh;
    private int _brightestSum;
    private int _seenChanges;
    private bool _isJoined;

    /// <param name="stage">Whose outputs.</param>
    /// <param name="index">The channel's place on it.</param>
    /// <param name="light">Told how bright a received picture is.</param>
    public SharedPicture(Stage stage, int index, PictureLight light)
    {
        _stage = stage;
        _index = index;
        _light = light;
    }

    /// <summary>The channel feeds others or is fed.</summary>
    public bool IsOn => Feeds || Receives;

    /// <summary>The channel feeds the other outputs too.</summary>
    public bool Feeds;

    /// <summary>The channel shows what the first one feeds.</summary>
    public bool Receives;

    /// <summary>What the shared picture adds up to; null where that is of no use to others.</summary>
    public FrameSums Sums;

    /// <summary>Begins or ends to share as it is asked for.</summary>
    public void Take(ChannelWish wish)
    {
        bool feeds = wish.IsShared && _index == 0;
        bool receives = wish.IsShared && _index > 0;
        if (feeds != Feeds)
        {
            Open(feeds);
        }

        if (receives != Receives)
        {
            _light.IsReceived = false;
        }

        Feeds = feeds;
        Receives = receives;

        // Alike pictures of the same length add up to the same, and the first output does so anyway; pieces of a long picture do
        // not.
        _isJoined = wish.Spans || wish.Link == MasterControls.Continued;
        bool isAlike = wish.Link == MasterControls.SameOnBoth && _stage.Leds[_index] == _stage.Leds[0];
        FrameSums own = receives && _isJoined ? _stage.Sums[_index] : null;
        Sums = isAlike ? _stage.Sums[0] : own;
    }

    /// <summary>
    /// Takes the newest picture; true when it begins to show something else. Until the first is there the channel shows its own;
    /// one that cannot be had is replaced by the one before.
    /// </summary>
    public bool Receive()
    {
        LiveFrame live = _stage.Outputs[_index].Live;
        if (live == null)
        {
            return false;
        }

        _received = _received ?? new Picture(_stage.Leds[_index]);
        Picture picture = _received;
        _isFresh = live.TryRead(picture);
        if (!_isFresh)
        {
            return false;
        }

        PictureLight light = _light;
        light.IsReceived = true;
        light.Level = picture.Level;
        light.ShownLevel = picture.ShownLevel;
        _brightestSum = picture.BrightestSum;
        bool isNew = picture.Changes != _seenChanges;
        _seenChanges = picture.Changes;
        return isNew;
    }

    /// <summary>As <see cref="PictureLight.Bound"/> takes it.</summary>
    public int BrightestSum => _brightestSum;

    /// <summary>Copies what was received; false when that could not be had, and the frame stays as it was sent.</summary>
    public bool Show(byte[] frame)
    {
        if (_isFresh)
        {
            Array.Copy(_received.Grb, 0, frame, 0, frame.Length);
        }

        return _isFresh;
    }

    /// <summary>Leaves a picture for the other outputs.</summary>
    /// <param name="grb">The canvas's memory.</param>
    /// <param name="map">Where it is seen.</param>
    /// <param name="changes">One more each time that something else began to be drawn.</param>
    public void Feed(byte[] grb, PixelMap map, int changes)
    {
        _stage.Sums[0].IsKnown = false;
        Output[] outputs = _stage.Outputs;
        PictureLight light = _light;
        Output source = outputs[_index];
        ColourOrder own = source.Strip.Order;
        for (int i = 1; i < outputs.Length; i++)
        {
            Output output = outputs[i];
            LiveFrame live = output.Live;
            Picture picture = live.Begin();
            map.Show(grb, i, picture.Grb);
            AddUp(i, picture.Grb, source.Blocks);
            if (output.Strip.Order != own)
            {
                Turn(picture.Grb, own, output.Strip.Order);
            }

            picture.Level = light.Level;
            picture.ShownLevel = light.ShownLevel;
            picture.BrightestSum = light.BrightestSum;
            picture.Changes = changes;
            live.End();
        }
    }

    // A piece of a long picture is nobody else's to add up while its own thread may show it already; nobody asks for it where
    // something lies over it.
    private void AddUp(int output, byte[] grb, FrameBlocks blocks)
    {
        FrameSums sums = _stage.Sums[output];
        sums.IsKnown = false;
        Overlays over = _stage.Channels[output].Over;
        if (_isJoined && (over == null || !over.IsSeen))
        {
            blocks.Sample(grb);
            sums.Take(blocks.Green, blocks.Red, blocks.Blue, false);
        }
    }

    // Only strips of another order than the first one's have to be turned, and pay for it.
    private static void Turn(byte[] grb, ColourOrder own, ColourOrder order)
    {
        if (!own.IsSame(order))
        {
            own.Turn(grb, 0, grb.Length, order);
        }
    }

    private void Open(bool feeds)
    {
        Output[] outputs = _stage.Outputs;
        for (int i = 1; i < outputs.Length; i++)
        {
            outputs[i].Live = feeds ? new LiveFrame(_stage.Leds[i]) : null;
        }
    }
}
