using System.Net;
using System.Text;
using FreePort = NanoHost.Net.FreePort;

namespace NanoFirmware.HostTests.Page;

/// <summary>One page on a port of this PC, as any host serves a file: its origin is not that of the broker.</summary>
internal sealed class StaticHost : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly byte[] _page;

    internal StaticHost(string page)
    {
        _page = Encoding.UTF8.GetBytes(page);
        Address = new Uri($"http://localhost:{FreePort.Tcp()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    internal Uri Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/html";
                await context.Response.OutputStream.WriteAsync(_page);
                context.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // It was closed, or a browser did not wait.
        }
    }
}
