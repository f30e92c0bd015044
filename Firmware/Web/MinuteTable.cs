using NanoFirmware.Sensors;

namespace NanoFirmware.Web;

/// <summary>
/// The last points of a sensor as CSV, the oldest first. Points that come meanwhile are not told; one that they have overwritten
/// is left out.
/// </summary>
internal sealed class MinuteTable : LongAnswer
{
    // The longest line: four numbers, their commas, the end.
    private const int LineBytes = 40;

    private readonly SignalHistory _history;
    private readonly int _newest;
    private int _next;
    private bool _isBegun;

    /// <param name="history">Null before the sensor was first switched on.</param>
    /// <param name="last">Points at most.</param>
    public MinuteTable(SignalHistory history, int last)
    {
        _history = history;
        _newest = history == null ? 0 : history.Sequence;
        _next = _newest > last ? _newest - last + 1 : 1;
    }

    public override bool WriteNext(Reply reply)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            reply.Text("point,signal,envelope,flags\n");
        }

        for (; _next <= _newest && reply.Room > LineBytes; _next++)
        {
            int oldest = _history.Oldest;
            _next = _next < oldest ? oldest : _next;
            reply.Number(_next);
            reply.Put(',');
            reply.Number(_history.SignalAt(_next));
            reply.Put(',');
            reply.Number(_history.EnvelopeAt(_next));
            reply.Put(',');
            reply.Number(_history.FlagsAt(_next));
            reply.Put('\n');
        }

        return _next <= _newest;
    }
}
