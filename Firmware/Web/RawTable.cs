using NanoFirmware.Sensors;

namespace NanoFirmware.Web;

/// <summary>The newest raw samples of a sensor as CSV, the oldest first; they are held until all are told.</summary>
internal sealed class RawTable : LongAnswer
{
    private const int LineBytes = 10;

    private readonly RawSamples _samples;
    private readonly int _count;
    private int _next;
    private bool _isBegun;

    /// <param name="samples">Null while the sensor is off.</param>
    /// <param name="last">Samples at most.</param>
    /// <param name="nowUs">The clock.</param>
    public RawTable(RawSamples samples, int last, long nowUs)
    {
        _samples = samples;
        if (samples != null)
        {
            samples.Hold(nowUs);
            _count = samples.Count;
            _next = _count > last ? _count - last : 0;
        }
    }

    public override bool WriteNext(Reply reply)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            reply.Text("sample\n");
        }

        for (; _next < _count && reply.Room > LineBytes; _next++)
        {
            reply.Number(_samples.At(_next));
            reply.Put('\n');
        }

        if (_next < _count)
        {
            return true;
        }

        _samples?.Release();
        return false;
    }
}
