namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What one call costs: reference µs (times K on the chip), and bytes allocated on the device's heap.</summary>
/// <param name="Calls">Calls measured.</param>
/// <param name="MeanUs">Mean reference time of a call.</param>
/// <param name="WorstUs">The dearest call.</param>
/// <param name="BytesPerCall">Bytes allocated per call, in the mean.</param>
public sealed record Measurement(int Calls, double MeanUs, double WorstUs, double BytesPerCall);
