using System;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Live;

/// <content>What happens at the start of a frame.</content>
internal sealed partial class LiveInputs
{
    // As many as one port's mailbox holds, for all ports together: nobody who floods them may hold the lights up.
    private const int MostPackets = 6;

    /// <inheritdoc/>
    public override void Run()
    {
        try
        {
            Serve((int)(HighResTimer.GetCurrent() / 1000));
        }
        catch (Exception fault)
        {
            Faults++;
            LastFault = fault.Message;
        }
    }

    private void Serve(int nowMs)
    {
        if (_version != Controls.Version)
        {
            _version = Controls.Version;
            TakeControls();
        }

        int left = MostPackets;
        for (int i = 0; i < _openCount; i++)
        {
            LivePort port = _open[i];
            port.Open(nowMs);
            left = Listen(port, left, nowMs);
            port.Input.EndFrame();
            port.Input.Watch(nowMs);
            port.Input.Measure(nowMs);
        }

        LookAtHanded(_pictureInput, nowMs);
        LookAtHanded(_pixelsInput, nowMs);
        if (IsAlive(_pixelsInput))
        {
            _pixels.FrameBegan.Set();
        }

        Choose();
        _sensorSender?.Run();
        if (_openCount == 0 && _sensorSender == null && !IsAlive(_pictureInput) && !IsAlive(_pixelsInput))
        {
            Rest();
        }
    }

    // A change that comes right now is not to be missed.
    private void Rest()
    {
        _conductor.Task = null;
        if (_version != Controls.Version)
        {
            _conductor.Task = this;
        }
    }
}
