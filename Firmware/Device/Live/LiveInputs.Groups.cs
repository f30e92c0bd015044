using NanoFirmware.Audio;

namespace NanoFirmware.Live;

/// <content>What others hear and what their sensors say, told and heard in groups.</content>
internal sealed partial class LiveInputs
{
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
}
