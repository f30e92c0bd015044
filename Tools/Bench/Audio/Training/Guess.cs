namespace NanoFirmware.Bench.Audio.Training;

/// <summary>One guess of the beat, as the network sees it, and whether it is right.</summary>
internal sealed record Guess(float[] Features, bool IsRight);
