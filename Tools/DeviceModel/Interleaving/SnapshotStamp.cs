using Mono.Cecil;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>The witness of the exchange and the live frame: stamps what is published, checks what is read.</summary>
internal static class SnapshotStamp
{
    /// <summary>Fills a snapshot and its arrays with one number.</summary>
    internal static void Put(MachineState state, int snapshot, long publication)
    {
        HeapCell cell = state.Heap[snapshot];
        FieldDefinition[] fields = Machine.FieldsOf(cell.Type!);
        for (int slot = 0; slot < fields.Length; slot++)
        {
            if (fields[slot].FieldType.IsArray)
            {
                Array.Fill(state.Heap[(int)cell.Slots[slot]].Slots, publication);
            }
            else
            {
                cell.Slots[slot] = publication;
            }
        }
    }

    /// <summary>Marks the reader's copy, so that states are told apart by what it mixes and not by every value.</summary>
    internal static void Watch(MachineState state, int snapshot)
    {
        HeapCell cell = state.Heap[snapshot];
        cell.Watched = true;
        FieldDefinition[] fields = Machine.FieldsOf(cell.Type!);
        for (int slot = 0; slot < fields.Length; slot++)
        {
            if (fields[slot].FieldType.IsArray)
            {
                state.Heap[(int)cell.Slots[slot]].OfWatched = true;
            }
        }
    }

    internal static bool Native(MachineState state, CallFrame f, MethodReference method)
    {
        switch (method.Name)
        {
            case "Stamp":
                long publication = f.Pop();
                Put(state, (int)f.Pop(), publication);
                f.Pop();
                return true;
            case "Paint":
                long picture = f.Pop();
                Array.Fill(state.Heap[(int)f.Pop()].Slots, picture);
                f.Pop();
                return true;
            case "Verify":
                Verify(state, state.Heap[(int)f.Pop()]);
                f.Pop();
                return true;
            default:
                return false;
        }
    }

    private static void Verify(MachineState state, HeapCell cell)
    {
        FieldDefinition[] fields = Machine.FieldsOf(cell.Type!);
        long[] seen =
        [
            .. fields.SelectMany(
                (field, slot) => field.FieldType.IsArray
                    ? state.Heap[(int)cell.Slots[slot]].Slots
                    : [cell.Slots[slot]]).Distinct(),
        ];
        if (seen.Length > 1)
        {
            throw new ViolationException($"a read returned values of publications {string.Join(" and ", seen.Order())}");
        }
    }
}
