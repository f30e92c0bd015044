namespace NanoFirmware.Bench.Networked;

/// <summary>A frame that a strip of the simulated device took over; times in µs of the PC's own clock.</summary>
/// <param name="Strip">0 for A, 1 for B.</param>
/// <param name="Number">The number in its first pixels.</param>
/// <param name="LatchedUs">When.</param>
/// <param name="BeganUs">When its newest sound was heard, or its drawing began; 0 where it is not known.</param>
internal sealed record LatchedPicture(int Strip, int Number, double LatchedUs, double BeganUs);

/// <summary>What a simulated device tells when it ends.</summary>
internal sealed record LatchedPictures(LatchedPicture[] Pictures, int Torn);
