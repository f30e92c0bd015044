namespace NanoFirmware.Flash;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">The board's serial port; null to take the only one there is.</param>
/// <param name="Target">The name of the runtime's image.</param>
/// <param name="Image">A ready image of the firmware; null to build one.</param>
/// <param name="SkipFirmware">Leave the runtime on the board as it is.</param>
/// <param name="WithoutPsram">Flash a board that has no PSRAM all the same.</param>
/// <param name="Unchecked">Deploy though the runtime does not answer whether the firmware can start on it.</param>
/// <param name="Wiring">A file that says what is soldered where; null to leave what the board has.</param>
/// <param name="Map">A map by which A's LEDs hang; null to leave what the board has.</param>
/// <param name="DryRun">Print and touch nothing.</param>
public sealed record FlashOptions(
    string? Port, string Target, string? Image, bool SkipFirmware, bool WithoutPsram, bool Unchecked, string? Wiring,
    string? Map, bool DryRun)
{
    /// <summary>Something is put on the board's drive.</summary>
    internal bool BringsFiles => Wiring is not null || Map is not null;
}
