namespace NanoFirmware.Web;

/// <summary>A list of any length, <c>{"name": […]}</c>, as many entries a piece as surely fit.</summary>
internal abstract class ListAnswer : LongAnswer
{
    private readonly int _entryBytes;
    private readonly string _name;
    private readonly int _count;
    private int _next;

    /// <param name="name">Of the list.</param>
    /// <param name="count">Its entries.</param>
    /// <param name="entryBytes">No entry is longer.</param>
    protected ListAnswer(string name, int count, int entryBytes)
    {
        _entryBytes = entryBytes;
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

        for (; _next < _count && reply.Room > _entryBytes; _next++)
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
