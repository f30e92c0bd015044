using System.Text.Json;
using System.Text.Json.Serialization;

namespace NanoFirmware.DeviceModel.Costs;

/// <summary>The file costs.json as it stands.</summary>
internal sealed record CostData(
    string Source,
    double DefaultInstructionNs,
    InstructionClass[] Instructions,
    CallCosts Calls,
    double DefaultNativeNs,
    double NativePerArgumentNs,
    NativeCost[] Native,
    CostConstants Constants)
{
    internal static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>
    /// The same without what whole frames cost beyond the shapes of their instructions, and without refills and PSRAM.
    /// </summary>
    internal CostData ShapesAlone() => this with
    {
        Instructions = [.. Instructions.Select(c => c with { VariedNs = 0 })],
        Native = [.. Native.Select(n => n with { InterruptsUs = 0 })],
        Constants = Constants with { ColdInstructionNs = 0, VariedNativeNs = 0, PsramLineChipUs = 0 },
    };
}

/// <summary>Instructions that cost the same, by their IL names; <paramref name="VariedNs"/> more each in varied code.</summary>
internal sealed record InstructionClass(string Name, double Ns, string Opcodes, double VariedNs = 0);

/// <summary>
/// A call of interpreted code: frame, arguments, locals to initialise, the value handed back, the look-up of an override, of a
/// delegate's target.
/// </summary>
internal sealed record CallCosts(
    double BaseNs, double PerArgumentNs, double PerLocalNs, double ReturnValueNs, double VirtualNs, double DelegateNs);

/// <summary>
/// One method outside the firmware. <paramref name="Ns"/> is interpreter time (times K on the chip), <paramref name="ChipUs"/>
/// what the chip's own compiled code or hardware takes however slow the interpreter is. <paramref name="Allocates"/>: what it
/// returns is a new object. <paramref name="InterruptsUs"/>: what interrupts take of the interpreter's core in the
/// <paramref name="InterruptsForUs"/> that follow the call, evenly.
/// </summary>
public sealed record NativeCost(
    string Method, double Ns, double ChipUs = 0, bool Allocates = false, string? Note = null, double InterruptsUs = 0,
    double InterruptsForUs = 0);

/// <summary>Figures without an instruction of their own, in reference nanoseconds unless the name says otherwise.</summary>
public sealed record CostConstants(
    double ColdInstructionNs,
    double VariedNativeNs,
    double StructCopyNs,
    double NewObjectNs,
    double NewObjectPerFieldNs,
    double NewArrayNs,
    double NewArrayPerByteNs,
    double CopyPerByteNs,
    double ThrowNs,
    double CatchNs,
    double ThreadSwitchNs,
    double ThreadStartNs,
    double PsramLineChipUs,
    double PsramLinesPerTurn,
    double MarkObjectNs,
    double SweepObjectNs,
    double HttpPerByteNs,
    double HttpPerHeaderNs,
    double HttpAnswerNs,
    double SocketChipUs,
    double HttpLitterPerByteBlocks);
