namespace NanoHost.Rmt;

/// <summary>Transmitters that start at one edge.</summary>
internal sealed class RmtSyncGroup
{
    private readonly RmtTransmitter[] _members;

    private RmtSyncGroup(RmtTransmitter[] members) => _members = members;

    public static RmtSyncGroup Create(RmtTransmitter[] members) => new(members);

    public void Reset() => _ = _members.Length;

    public void Close() => _ = _members.Length;
}
