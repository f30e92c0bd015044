namespace NanoHost.IO;

/// <summary>
/// The board has no power. On a real board no code would run any more; here the caller's goes on, and whatever it asks of the
/// file system fails like this.
/// </summary>
public sealed class PowerCutException : IOException
{
    public PowerCutException()
        : base("The power is cut.")
    {
    }
}
