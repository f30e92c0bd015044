using System.Threading.Channels;
using NanoFirmware.Layout;

namespace NanoFirmware.Simulator.Sending;

/// <summary>Sends what the simulated strips show to real ones, a picture for each frame of the last strip.</summary>
internal sealed class ShowSender : IDisposable
{
    private readonly DdpSender _sender;
    private readonly int _last;
    private readonly byte[][] _newest;

    // Where the network holds one up, the newest picture is the one that counts.
    private readonly Channel<byte[]> _pictures =
        Channel.CreateBounded<byte[]>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Task _sending;

    /// <param name="targets">The devices.</param>
    /// <param name="leds">LEDs of strip A and B.</param>
    internal ShowSender(IReadOnlyList<DdpTarget> targets, IReadOnlyList<int> leds)
    {
        _sender = new DdpSender(targets);
        _newest = [new byte[leds[0] * 3], new byte[leds[1] * 3]];
        _last = leds[1] > 0 ? 1 : 0;
        _sending = Task.Run(SendAsync);
    }

    /// <summary>Pictures sent.</summary>
    internal long Pictures => _sender.Pictures;

    /// <summary>Takes a frame; it is sent elsewhere, so that no frame waits for the network.</summary>
    internal void Add(StripFrame frame)
    {
        _newest[frame.Channel] = frame.Rgb;
        GridPlan? plan = FirmwareProbe.Grid;
        if (frame.Channel == _last)
        {
            _pictures.Writer.TryWrite(ShownPicture.Of(plan, _newest[0], _newest[1]));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pictures.Writer.TryComplete();
        _sending.Wait();
        _sender.Dispose();
    }

    private async Task SendAsync()
    {
        await foreach (byte[] picture in _pictures.Reader.ReadAllAsync())
        {
            _sender.Send(picture);
        }
    }
}
