namespace NanoFirmware.Bench.Audio.Training;

/// <summary>One guess of the beat, as the network sees it, and whether it is right.</summary>
/// <param name="Features">What describes it.</param>
/// <param name="IsRight">Whether it is right.</param>
/// <param name="Part">Which part of the network rates it: 0 fast guesses, then slower ones.</param>
internal sealed record Guess(float[] Features, bool IsRight, int Part = 0);
