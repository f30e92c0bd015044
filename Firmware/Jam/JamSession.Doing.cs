namespace NanoFirmware.Jam;

/// <content>What somebody does on this device, or by one of its clients.</content>
internal sealed partial class JamSession
{
    /// <summary>Does what was read, with stamps of its own where there was none.</summary>
    public void Do(JamEdits edits, int source, long nowUs)
    {
        lock (Gate)
        {
            int before = Log.Count;
            for (int i = 0; i < edits.Count; i++)
            {
                int what = edits.What(i);
                if (what >= JamEdits.TransportPart)
                {
                    DoPart(edits, i, source, nowUs);
                }
                else if (what == JamLog.Note)
                {
                    Play(edits.Value(i), source);
                }
                else
                {
                    Edit(what, edits.Value(i), edits.OriginMs(i), edits.Stamp(i), edits.By(i), source);
                }
            }

            Spread(before, source, nowUs);
        }
    }

    private void DoPart(JamEdits edits, int index, int source, long nowUs)
    {
        int one = edits.Value(index);
        int two = edits.OriginMs(index);
        int three = edits.Stamp(index);
        JamState state = State;
        if (edits.What(index) == JamEdits.ColourPart)
        {
            Edit(JamState.ColourCell, state.ColoursWith(one, two, three), 0, 0, 0, source);
            return;
        }

        int transport = state.TransportWith(one, two, three);
        int originMs = JamTime.OriginMs(state, (transport & 1) != 0, transport >> 8, Clock.SessionMs(nowUs));
        Edit(JamState.TransportCell, transport, originMs, 0, 0, source);
    }

    private void Play(int note, int source)
    {
        Log.AddNote(note, source);
        JamHearer hearer = Hearer;
        if (hearer != null)
        {
            hearer.Play(note & 127, note >> 8);
        }
    }
}
