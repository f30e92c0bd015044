using NanoFirmware.Control;

namespace NanoFirmware.Sensors;

/// <summary>What is made of the microphone's loudness, 0 to 960 tenths of a dB above −96 dB of full scale.</summary>
internal sealed class MicrophoneControls : SensorControls
{
    /// <summary>Full scale.</summary>
    public const int Loudest = 960;

    public MicrophoneControls()
        : base(Fill(new ControlSpec[Count], Loudest, 600, 30))
    {
    }
}
