namespace NanoHost.Net;

/// <summary>
/// Machines beyond the board's own networks, for the library that connects to one: none, until somebody says which of the PC's
/// ports stands for which.
/// </summary>
public sealed class FarMachines
{
    /// <summary>Connections that are open.</summary>
    internal int Connections;

    /// <summary>Each connection's own end.</summary>
    internal Action? Cutting;

    /// <summary>Where a machine of the board's network really is, by the name or the address that the board has for it; null
    /// where there is none.</summary>
    public Func<string, int, (string Host, int Port)?> Reach { get; set; } = (_, _) => null;

    /// <summary>How long the board's own look-up of a name holds every thread, in µs.</summary>
    public int LookUpUs { get; set; } = 30_000_000;

    /// <summary>Names that the board looked up by itself.</summary>
    public int LookUps { get; internal set; }

    /// <summary>Connections that are open.</summary>
    public int Open => Volatile.Read(ref Connections);

    /// <summary>Fault to put in: every connection ends without a word to the other side.</summary>
    public void Cut() => Cutting?.Invoke();
}
