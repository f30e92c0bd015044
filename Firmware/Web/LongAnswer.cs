namespace NanoFirmware.Web;

/// <summary>
/// An answer longer than a slot's buffer: made piece by piece in that buffer while it is sent, so that it never lies in memory as
/// a whole. It may be asked by one request at a time.
/// </summary>
internal abstract class LongAnswer
{
    /// <summary>Bytes of the whole; −1 when nobody knows before its end, which the end of the connection then marks.</summary>
    public virtual int Length => -1;

    /// <summary>Writes the next piece, no more than the reply has room for; false when it is the last.</summary>
    public abstract bool WriteNext(Reply reply);
}
