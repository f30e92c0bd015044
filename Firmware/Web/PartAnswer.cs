using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>A value that is there as it is to be sent, however long.</summary>
internal sealed class PartAnswer : LongAnswer
{
    private readonly JsonPart _part;
    private int _written;

    public PartAnswer(JsonPart part) => _part = part;

    /// <inheritdoc/>
    public override int Length => _part.Length;

    /// <inheritdoc/>
    public override bool WriteNext(Reply reply)
    {
        _written += reply.Part(_part, _written);
        return _written < _part.Length;
    }
}
