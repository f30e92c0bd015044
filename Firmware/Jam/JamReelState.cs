namespace NanoFirmware.Jam;

/// <summary>What a reel does.</summary>
internal enum JamReelState
{
    Stopped,
    Recording,
    Replaying,
}
