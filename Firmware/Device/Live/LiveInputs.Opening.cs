using NanoFirmware.Audio;
using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <content>Which ports are open and which inputs there are, as the controls say.</content>
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

    private void TellOrder()
    {
        bool isSenders = _first == null || _first.TakesOrder;
        _stage.Sent.IsGreenFirst = isSenders && Controls.Values[LiveControls.OrderIndex] == LiveControls.OrderGrb;
        _stage.Sent.IsRaw = isSenders && Controls.Values[LiveControls.RawIndex] != 0;
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

    private void ShareSensors(int mode)
    {
        if (mode == LiveControls.SensorsReceive)
        {
            _packet = _packet ?? new byte[PacketBytes];
            _open[_openCount++] = new LivePort(new SensorInput(Controls, Sensors));
        }

        if (mode == LiveControls.SensorsSend)
        {
            _sensorSender = _sensorSender ?? new SensorSender(Sensors, _radio);
        }
        else if (_sensorSender != null)
        {
            _sensorSender.Close();
            _sensorSender = null;
        }
    }

    private void SyncSound(int mode)
    {
        if (mode == LiveControls.SoundSyncReceive)
        {
            _told = _told ?? new ToldSound();
            _packet = _packet ?? new byte[PacketBytes];
            _open[_openCount++] = new LivePort(new SoundSyncInput(Controls, _told));
        }

        _conductor.Told = _told;
        if (mode == LiveControls.SoundSyncSend)
        {
            _sender = _sender ?? new SoundSyncSender(_conductor, _radio);
        }
        else if (_sender != null)
        {
            _sender.Close();
            _sender = null;
        }

        _conductor.Report = _sender;
    }

    private LiveInput NewInput(int protocol)
    {
        LiveCanvas canvas = Canvas();
        _packet = _packet ?? new byte[PacketBytes];
        TellOrder();
        switch (protocol)
        {
            case LiveControls.DdpIndex:
                return new DdpInput(Controls, canvas);
            case LiveControls.E131Index:
                return new E131Input(Controls, canvas);
            case LiveControls.ArtNetIndex:
                _artNet = new ArtNetInput(Controls, canvas);
                return _artNet;
            case LiveControls.WledIndex:
                return new WledInput(Controls, canvas);
            case LiveControls.RgbIndex:
                return new RgbInput(Controls, canvas);
            default:
                return new Tpm2Input(Controls, canvas);
        }
    }
}
