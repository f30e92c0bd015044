using System.Net.WebSockets;
using System.Threading.Channels;

namespace NanoFirmware.Simulator.Bench;

/// <summary>
/// One open bench page. What it is too slow to take is dropped, oldest first, so that it always shows the present.
/// </summary>
internal sealed class BenchClient
{
    // Half a second of both strips and the audio.
    private const int LongestQueue = 96;

    private readonly WebSocket _socket;
    private readonly Channel<(byte[] Bytes, WebSocketMessageType Type)> _queue =
        Channel.CreateBounded<(byte[], WebSocketMessageType)>(
            new BoundedChannelOptions(LongestQueue) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    internal BenchClient(WebSocket socket) => _socket = socket;

    /// <summary>Queues a message; never waits.</summary>
    internal void Post(byte[] message, WebSocketMessageType type) => _queue.Writer.TryWrite((message, type));

    /// <summary>Sends what is posted until the page leaves or <paramref name="stop"/> is set.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task left = WatchForLeavingAsync(end);
        try
        {
            await foreach ((byte[] bytes, WebSocketMessageType type) in _queue.Reader.ReadAllAsync(end.Token))
            {
                await _socket.SendAsync(bytes, type, endOfMessage: true, end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The page has left, or the simulator stops: both are a normal end.
        }

        await end.CancelAsync();
        await left;
    }

    // The page sends nothing; a read ends when it closes.
    private async Task WatchForLeavingAsync(CancellationTokenSource end)
    {
        byte[] ignored = new byte[64];
        try
        {
            while ((await _socket.ReceiveAsync(ignored.AsMemory(), end.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // As above.
        }

        await end.CancelAsync();
    }
}
