namespace nanoFramework.Runtime.Events;

/// <summary>What an event of the runtime carries.</summary>
public class BaseEvent
{
    public ushort Source;
    public byte Message;
}
