namespace NanoFirmware.Web;

/// <summary>A list of any length, <c>{"name": […]}</c>, as many entries a piece as surely fit.</summary>
internal abstract class ListAnswer : LongAnswer
{
    // No entry is longer: a pattern's takes 500 bytes at most today.
    private const int EntryBytes = 1024;

    private readonly string _name;
    private readonly int _count;
    private int _next;

    protected ListAnswer(string name, int count)
    {
        _name = name;
        _count = count;
    }

    public override bool WriteNext(Reply reply)
    {
        if (_next == 0)
        {
            reply.BeginObject();
            reply.Name(_name);
            reply.BeginArray();
        }

        for (; _next < _count && reply.Room > EntryBytes; _next++)
        {
            WriteEntry(reply, _next);
        }

        if (_next < _count)
        {
            return true;
        }

        reply.EndArray();
        reply.EndObject();
        return false;
    }

    /// <summary>Writes one entry.</summary>
    protected abstract void WriteEntry(Reply reply, int index);
}
