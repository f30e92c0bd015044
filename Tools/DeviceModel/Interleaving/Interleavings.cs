using System.Globalization;
using System.Numerics;
using Mono.Cecil;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>
/// What was tried: interleavings, distinct states, how often the rule was checked, and the violation if one was found.
/// </summary>
public sealed record InterleavingResult(string Name, BigInteger Interleavings, int States, int Checks, string? Violation)
{
    /// <inheritdoc/>
    public override string ToString() => Violation != null
        ? $"{Name}: found: {Violation}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {Interleavings:N0} interleavings, {States:N0} states, {Checks:N0} checks, none breaks the rule");
}

/// <summary>Every interleaving of the firmware's own IL where it does without locks.</summary>
public static class Interleavings
{
    /// <summary>
    /// A writer publishes <paramref name="publications"/> snapshots while a reader reads <paramref name="reads"/> times: what a
    /// successful read returns must come from one publication.
    /// </summary>
    /// <param name="publications">1 to 8.</param>
    /// <param name="reads">Reads one after the other.</param>
    /// <param name="withoutCheck">Plants a bug: the reader believes every copy.</param>
    public static InterleavingResult Exchange(int publications, int reads, bool withoutCheck = false)
    {
        using var code = new FirmwareCode();
        if (withoutCheck)
        {
            code.BelieveEveryCopy("NanoFirmware.Audio.SnapshotExchange");
        }

        var state = new MachineState();
        var setUp = new Machine((_, _, _) => false);
        long exchange = code.New(setUp, state, "NanoFirmware.Audio.SnapshotExchange");
        long scratch = code.New(setUp, state, "NanoFirmware.Audio.AudioSnapshot");
        long copy = code.New(setUp, state, "NanoFirmware.Audio.AudioSnapshot");
        for (int i = 1; i < state.Heap.Count; i++)
        {
            if (state.Heap[i].Type?.Name == "AudioSnapshot")
            {
                SnapshotStamp.Put(state, i, 0);
            }
        }

        SnapshotStamp.Watch(state, (int)copy);
        state.Threads.Add([new CallFrame(code.Harness("ExchangeHarness", "Write"), [exchange, scratch, 0, publications])]);
        state.Threads.Add([new CallFrame(code.Harness("ExchangeHarness", "Read"), [exchange, copy, 0, reads])]);
        return Explore($"exchange, {publications} publications, {reads} reads", SnapshotStamp.Native, state);
    }

    /// <summary>
    /// One thread leaves <paramref name="pictures"/> pictures in an output's live frame, field by field, while another reads
    /// <paramref name="reads"/> times: what a successful read returns must be one picture.
    /// </summary>
    /// <param name="pictures">1 to 8.</param>
    /// <param name="reads">Reads one after the other.</param>
    /// <param name="withoutCheck">Plants a bug: the reader believes every copy.</param>
    public static InterleavingResult LiveFrame(int pictures, int reads, bool withoutCheck = false)
    {
        using var code = new FirmwareCode();
        if (withoutCheck)
        {
            code.BelieveEveryCopy("NanoFirmware.Outputs.LiveFrame");
        }

        var state = new MachineState();
        var setUp = new Machine((_, _, _) => false);
        long live = code.New(setUp, state, "NanoFirmware.Outputs.LiveFrame", 1);
        long copy = code.New(setUp, state, "NanoFirmware.Outputs.Picture", 1);
        SnapshotStamp.Watch(state, (int)copy);
        state.Threads.Add([new CallFrame(code.Harness("LiveFrameHarness", "Write"), [live, 0, pictures])]);
        state.Threads.Add([new CallFrame(code.Harness("LiveFrameHarness", "Read"), [live, copy, 0, reads])]);
        return Explore($"live frame, {pictures} pictures, {reads} reads", SnapshotStamp.Native, state);
    }

    /// <summary>
    /// A renderer looks at the wire buffer <paramref name="looks"/> times and sends whenever it is free, while time passes in
    /// <paramref name="steps"/> steps of 50 µs: nobody may write it or send it before its transmission of 200 µs is over.
    /// </summary>
    /// <param name="looks">Looks of the renderer.</param>
    /// <param name="steps">Steps of time.</param>
    /// <param name="withoutGuard">Plants a bug: the buffer always calls itself free.</param>
    public static InterleavingResult WireGuard(int looks, int steps, bool withoutGuard = false)
    {
        using var code = new FirmwareCode();
        if (withoutGuard)
        {
            code.CallEveryBufferFree();
        }

        var state = new MachineState();
        var setUp = new Machine((_, _, _) => false);
        long wire = code.New(setUp, state, "NanoFirmware.Outputs.WireBuffer", 3, WireWorld.FrameUs);
        state.Threads.Add([new CallFrame(code.Harness("WireHarness", "Render"), [wire, 0, looks])]);
        state.Threads.Add([new CallFrame(code.Harness("WireHarness", "PassTime"), [0, steps])]);
        return Explore($"wire guard, {looks} looks, {steps} steps", WireWorld.Native, state);
    }

    private static InterleavingResult Explore(
        string name, Func<MachineState, CallFrame, MethodReference, bool> native, MachineState state)
    {
        int checks = 0;
        var explorer = new Explorer(new Machine(Counting));
        try
        {
            return new InterleavingResult(name, explorer.Explore(state), explorer.States, checks, null);
        }
        catch (ViolationException violation)
        {
            return new InterleavingResult(name, BigInteger.Zero, explorer.States, checks, violation.Message);
        }

        bool Counting(MachineState s, CallFrame f, MethodReference method)
        {
            checks += method.Name is "Verify" or "Write" or "Start" ? 1 : 0;
            return native(s, f, method);
        }
    }
}
