using Mono.Cecil;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>The library calls of the small IL machine; each is one step, as a native call is on the device.</summary>
internal static class Library
{
    internal static bool Call(MachineState state, CallFrame f, MethodReference method)
    {
        switch (method.DeclaringType.FullName + "::" + method.Name)
        {
            case "System.Object::.ctor":
                f.Pop();
                return true;
            case "System.Array::Copy":
                Copy(state, f);
                return true;
            case "System.Threading.Interlocked::Increment":
                Exchange(state, f, f.Pop(), old => old + 1, returnsNew: true);
                return true;
            case "System.Threading.Interlocked::Exchange":
                long value = f.Pop();
                Exchange(state, f, f.Pop(), _ => value, returnsNew: false);
                return true;
            case "System.Threading.Interlocked::CompareExchange":
                long comparand = f.Pop();
                long replacement = f.Pop();
                Exchange(state, f, f.Pop(), old => old == comparand ? replacement : old, returnsNew: false);
                return true;
            default:
                return false;
        }
    }

    private static void Exchange(MachineState state, CallFrame f, long address, Func<long, long> change, bool returnsNew)
    {
        long old = Machine.At(state, address);
        Machine.Set(state, address, change(old));
        f.Push(returnsNew ? change(old) : old);
    }

    private static void Copy(MachineState state, CallFrame f)
    {
        long length = f.Pop();
        long to = f.Pop();
        long destination = f.Pop();
        long from = f.Pop();
        long source = f.Pop();
        for (long i = 0; i < length; i++)
        {
            Machine.Put(state, state.Heap[(int)destination], (int)(to + i), state.Heap[(int)source].Slots[from + i]);
        }
    }
}
