namespace NanoFirmware;

/// <summary>
/// What the chip dictates, the rates that follow from it, and what is soldered where on a new device
/// (<see cref="Control.Wiring"/> may say otherwise).
/// </summary>
internal static class Board
{
    public const string Version = "0.1.0";

    // Two strips, one RMT channel each.
    public const int StripAPin = 4;
    public const int StripBPin = 5;
    public const int StripLeds = 180;

    // A longer strip than this takes so long on the wire that it gets every second frame.
    public const int MostLedsAtFullRate = 384;
    public const int MostLeds = 600;
    public const int MostLedsTogether = 768;

    // INMP441 on the runtime's bus 1, which is the chip's first I2S port, its L/R pin to ground.
    public const int MicrophoneBus = 1;
    public const int MicrophoneClockPin = 15;
    public const int MicrophoneSelectPin = 16;
    public const int MicrophoneDataPin = 17;

    // 15 360 Hz makes one DMA descriptor of 256 frames last exactly one picture: 1/60 s.
    public const int SampleRateHz = 15360;
    public const int HopFrames = 256;
    public const int FrameRateHz = SampleRateHz / HopFrames;

    // A DMA descriptor holds 256 frames of 2 × 32 bits. Sixteen of them carry 250 ms beside the one being filled, more than
    // fifty requests a second were ever modelled to hold up the ears.
    public const int DmaDescriptors = 16;
    public const int DmaDescriptorBytes = HopFrames * 8;

    // Ticks of 50 ns. A reset of 280 µs is the longest that any of the chips asks for (WS2812B; an SK6812 80 µs, a WS2811 50).
    public const int RmtResolutionHz = 20000000;
    public const int ResetTicks = 5600;
    public const int ResetUs = 280;

    // White balance: how much of each colour's light is used at full, 0–255. Lower one when white is tinted.
    public const int WhiteRed = 255;
    public const int WhiteGreen = 255;
    public const int WhiteBlue = 255;

    // The S3 has 4 × 48 RMT symbols: two blocks for each of our two channels is all of it.
    public const int RmtMemoryBlocks = 2;

    // The BOOT button of every board pulls GPIO 0 to ground.
    public const int BootButtonPin = 0;

    public const int HttpPort = 80;

    // The hotspot's network is the first three numbers of this.
    public const string HotspotAddress = "192.168.4.1";
}
