namespace NanoFirmware.Web;

/// <summary>A text in flash, in ASCII, such as the page.</summary>
internal sealed class StoredText : LongAnswer
{
    private readonly string _text;
    private int _at;

    public StoredText(string text) => _text = text;

    public override int Length => _text.Length;

    public override bool WriteNext(Reply reply)
    {
        _at += reply.TextFrom(_text, _at);
        return _at < _text.Length;
    }
}
