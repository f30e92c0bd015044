using System.Numerics;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>
/// Tries every order in which threads can take their turns. A thread may be stopped before any instruction that touches shared
/// memory; stopping it elsewhere changes nothing that another thread could see. States that were met before are not walked again,
/// but the ways through them are counted.
/// </summary>
internal sealed class Explorer(Machine machine)
{
    private readonly Dictionary<UInt128, BigInteger> _known = [];

    internal int States => _known.Count;

    /// <summary>Walks everything that can follow <paramref name="state"/>; the number of interleavings.</summary>
    /// <exception cref="ViolationException">When one of them breaks the rule.</exception>
    internal BigInteger Explore(MachineState state)
    {
        for (int thread = 0; thread < state.Threads.Count; thread++)
        {
            RunUntilItTouches(state, thread);
        }

        return Walk(state);
    }

    private BigInteger Walk(MachineState state)
    {
        UInt128 digest = state.Digest();
        if (_known.TryGetValue(digest, out BigInteger ways))
        {
            return ways;
        }

        bool over = true;
        for (int thread = 0; thread < state.Threads.Count; thread++)
        {
            if (state.Threads[thread].Count > 0)
            {
                over = false;
                MachineState next = state.Clone();
                machine.Step(next, thread);
                RunUntilItTouches(next, thread);
                ways += Walk(next);
            }
        }

        return _known[digest] = over ? BigInteger.One : ways;
    }

    private void RunUntilItTouches(MachineState state, int thread)
    {
        List<CallFrame> calls = state.Threads[thread];
        while (calls.Count > 0 && !Machine.Touches(calls[^1]))
        {
            machine.Step(state, thread);
        }
    }
}

/// <summary>An interleaving that must not be.</summary>
public sealed class ViolationException(string message) : Exception(message);
