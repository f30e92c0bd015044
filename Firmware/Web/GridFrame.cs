using System;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>
/// A grid's picture as last sent, row by row from the top left, whatever the strip's path is; pixels that are nowhere are black.
/// </summary>
internal sealed class GridFrame : LongAnswer
{
    private readonly Channel _channel;
    private readonly GridPlan _plan;
    private readonly byte[] _grb;
    private readonly byte[] _row;
    private int _next;

    /// <param name="channel">Whose grid it is.</param>
    /// <param name="plan">The grid.</param>
    /// <param name="channels">All, the first of them first.</param>
    public GridFrame(Channel channel, GridPlan plan, Channel[] channels)
    {
        _channel = channel;
        _plan = plan;
        _grb = new byte[plan.Whole.Pixels * 3];
        _row = new byte[plan.Width * 3];
        for (int i = 0; i < channels.Length; i++)
        {
            if (channels[i] == channel || plan.Spans)
            {
                plan.Whole.TakeBack(InUsualOrder(channels[i].Output.Strip), i, _grb);
            }
        }
    }

    public override bool WriteNext(Reply reply)
    {
        if (_next == 0)
        {
            reply.BeginObject();
            reply.Field("frame", _channel.Output.Metrics.Frames);
            reply.Field("leds", _plan.Width * _plan.Height);
            reply.Field("width", _plan.Width);
            reply.Field("height", _plan.Height);
            reply.Name("pixels");
            reply.Put('"');
        }

        for (; _next < _plan.Height && reply.Room > _row.Length * 2; _next++)
        {
            TakeRow(_next);
            reply.HexPixels(_row, ColourOrder.Usual, 1);
        }

        if (_next < _plan.Height)
        {
            return true;
        }

        reply.Put('"');
        reply.EndObject();
        return false;
    }

    // A grid may lie on two strips, each with an order of its own.
    private static byte[] InUsualOrder(Strip strip)
    {
        byte[] wire = strip.Wire.Bytes;
        if (strip.Order.IsUsual)
        {
            return wire;
        }

        var grb = new byte[wire.Length];
        Array.Copy(wire, 0, grb, 0, wire.Length);
        strip.Order.Turn(grb, 0, grb.Length, ColourOrder.Usual);
        return grb;
    }

    private void TakeRow(int row)
    {
        byte[] grb = _grb;
        for (int column = 0, to = 0; column < _plan.Width; column++, to += 3)
        {
            int from = _plan.PlaceOf(column, row) * 3;
            _row[to] = grb[from];
            _row[to + 1] = grb[from + 1];
            _row[to + 2] = grb[from + 2];
        }
    }
}
