using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.Bench.Networked;

/// <summary>Sends numbered pictures to a simulated device, so many a second, by one of the ways that it takes.</summary>
internal sealed class PictureSender : IDisposable
{
    private const int MostFps = 120;
    private const int MostSeconds = 60;
    private const int Tries = 50;
    private const int RetryMs = 100;

    // Sleep overshoots by a tick of the PC's scheduler: the last stretch is waited by yielding.
    private const double YieldUs = 1500;

    private readonly DeviceProcess _device;
    private readonly string _way;
    private readonly int _pixels;
    private readonly UdpClient _datagrams = new(AddressFamily.InterNetwork);
    private ClientWebSocket? _socket;

    /// <param name="device">To whom.</param>
    /// <param name="way">ddp, e131, artnet, wled, socket or json.</param>
    /// <param name="pixels">Of both strips together.</param>
    internal PictureSender(DeviceProcess device, string way, int pixels)
    {
        _device = device;
        _way = way;
        _pixels = pixels;
    }

    public void Dispose()
    {
        _datagrams.Dispose();
        _socket?.Dispose();
    }

    /// <summary>Opens what has to be open before the first picture.</summary>
    internal async Task OpenAsync()
    {
        for (int left = Tries; _way == NetworkedRun.Socket && _socket is null; left--)
        {
            var socket = new ClientWebSocket();
            try
            {
                await socket.ConnectAsync(_device.Socket, CancellationToken.None);
                _socket = socket;
            }
            catch (WebSocketException) when (left > 0)
            {
                // Its port opens within half a second.
                socket.Dispose();
                await Task.Delay(RetryMs);
            }
        }
    }

    /// <summary>Sends; what was sent, and when its first byte was.</summary>
    internal async Task<SentPicture[]> SendAsync(double fps, double seconds)
    {
        int count = (int)(Math.Min(MostFps, fps) * Math.Min(MostSeconds, seconds));
        var sent = new SentPicture[count];
        double fromUs = PcClock.NowUs;
        for (int i = 0; i < count; i++)
        {
            var picture = new NumberedPicture(i, _pixels);
            WaitUntil(fromUs + (i * 1e6 / fps));
            sent[i] = new SentPicture(i % NumberedPicture.Numbers, PcClock.NowUs);
            await SendAsync(picture);
        }

        return sent;
    }

    private async Task SendAsync(NumberedPicture picture)
    {
        switch (_way)
        {
            case NetworkedRun.Json:
                await _device.PostAsync("/json/state", picture.Json(0));
                await _device.PostAsync("/json/state", picture.Json(1));
                break;
            case NetworkedRun.Socket:
                foreach (byte[] message in picture.BareMessages())
                {
                    await _socket!.SendAsync(message, WebSocketMessageType.Binary, true, CancellationToken.None);
                }

                break;
            default:
                (int port, byte[][] datagrams) = picture.By(_way);
                var to = new IPEndPoint(IPAddress.Loopback, port + _device.UdpOffset);
                Array.ForEach(datagrams, datagram => _datagrams.Send(datagram, to));
                break;
        }
    }

    private static void WaitUntil(double us)
    {
        for (double left = us - PcClock.NowUs; left > 0; left = us - PcClock.NowUs)
        {
            if (left > YieldUs)
            {
                Thread.Sleep(1);
            }
            else
            {
                Thread.Yield();
            }
        }
    }
}
