namespace NanoFirmware.Flash;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">The board's serial port; null to take the only one there is.</param>
/// <param name="Target">The name of the image.</param>
/// <param name="SkipFirmware">Leave the runtime on the board as it is.</param>
/// <param name="DryRun">Print and touch nothing.</param>
public sealed record FlashOptions(string? Port, string Target, bool SkipFirmware, bool DryRun);
