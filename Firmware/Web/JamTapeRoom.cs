using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <summary>A recording that comes in pieces: each says where it begins, and all but the last that more comes.</summary>
internal sealed class JamTapeRoom
{
    private JamTapeReader _reader;

    /// <summary>Bytes that came.</summary>
    public int Received => _reader.Received;

    /// <summary>Takes a request's piece. What is wrong, or null.</summary>
    public string Add(Request request, int capacity)
    {
        string given = request.Parameter("offset");
        int offset = 0;
        if (given != null && (!int.TryParse(given, out offset) || offset < 0))
        {
            return "offset must be a whole number, where the piece begins";
        }

        _reader = offset == 0 ? new JamTapeReader(capacity) : _reader;
        int expected = _reader == null ? 0 : _reader.Received;
        if (offset != expected)
        {
            return "offset must be " + expected.ToString() + ", where the piece before ended, or 0 to begin anew";
        }

        return _reader.Add(request.Body, request.BodyStart, request.BodyLength);
    }

    /// <summary>The last piece came. What is wrong, or null.</summary>
    public string End(out JamTape tape)
    {
        JamTapeReader reader = _reader;
        _reader = null;
        return reader.End(out tape);
    }

    /// <summary>Nothing more of it comes.</summary>
    public void Forget() => _reader = null;
}
