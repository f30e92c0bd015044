namespace NanoFirmware.Live;

/// <content>Which ports are open, as the controls say.</content>
internal sealed partial class LiveInputs
{
    // The greatest datagram of Ethernet; what is longer is cut.
    private const int PacketBytes = 1472;

    private int _switches;
    private int _places;

    // Ports are opened anew only where another one, or another universe, is wanted: a sender that is there goes on.
    private void TakeControls()
    {
        int[] values = Controls.Values;
        int places = values[LiveControls.UniverseIndex] + (values[LiveControls.ChannelIndex] << 16);
        int switches = values[LiveControls.SoundSyncIndex] << LiveControls.Protocols;
        switches |= values[LiveControls.SensorsIndex] << (LiveControls.Protocols + 2);
        for (int i = 0; i < LiveControls.Protocols; i++)
        {
            switches |= values[i] << i;
        }

        if (_canvas != null)
        {
            TellOrder();
        }

        if (switches != _switches || places != _places)
        {
            _switches = switches;
            _places = places;
            Reopen();
        }
    }

    private void Reopen()
    {
        for (int i = 0; i < _openCount; i++)
        {
            _open[i].Close();
            _open[i].Input.End();
        }

        _openCount = 0;
        for (int i = 0; i < LiveControls.Protocols && _openCount < _open.Length; i++)
        {
            if (Controls.Values[i] != 0)
            {
                _open[_openCount++] = new LivePort(NewInput(i));
            }
        }

        SyncSound(Controls.Values[LiveControls.SoundSyncIndex]);
        ShareSensors(Controls.Values[LiveControls.SensorsIndex]);
    }

    // Called by whoever changed a control; the ports are the conductor's.
    private void Begin() => _conductor.Task = this;
}
