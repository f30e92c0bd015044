namespace NanoHost.Net;

/// <summary>A TCP connection that the board made to itself.</summary>
public interface ICall : IDisposable
{
    /// <summary>Sends all of <paramref name="bytes"/>.</summary>
    void Send(byte[] bytes);
}
