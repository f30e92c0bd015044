namespace NanoFirmware.Control;

/// <content>Which patterns there are, and which is chosen.</content>
public sealed partial class ChannelControls
{
    /// <summary>
    /// Takes over another list of patterns, which begins as the one before; who shows one that it lacks gets the first look's,
    /// until it is there again.
    /// </summary>
    /// <param name="names">Their names, by index.</param>
    /// <param name="initialParameters">As in the constructor.</param>
    /// <param name="more">Where there are more of them; null where all are here.</param>
    public void TakePatterns(string[] names, byte[] initialParameters, string more)
    {
        int initial = Controls[PatternIndex].Initial;
        int[] waiting = Pattern < names.Length ? _waiting : WaitingAs(Values, names.Length);
        if (Pattern >= names.Length)
        {
            Set(PatternIndex, initial);
        }

        _more = more;
        _initialParameters = initialParameters;
        Controls[PatternIndex] = ControlSpec.Choice("pattern", names, initial);
        _waiting = waiting;
        if (waiting != null && waiting[0] < names.Length)
        {
            var values = new int[Values.Length];
            var chosen = new bool[values.Length];
            ShowWaiting(values);
            Choose(chosen);
            Apply(values, chosen);
        }
    }

    /// <inheritdoc/>
    public override string Refusal(ControlSpec control) => control != Controls[PatternIndex] || _more == null
        ? base.Refusal(control)
        : base.Refusal(control) + ", and " + _more + " (/api/channel/{a|b}/layout) there are more";

    // A pattern is much of new memory: when there is none, nothing of the change has been stored yet.
    public override void Prepare(int[] values, bool[] chosen, bool[] isStep)
    {
        if (chosen[PatternIndex] || chosen[PaletteIndex])
        {
            Choices++;
        }

        if (!chosen[PatternIndex] || PatternChosen == null)
        {
            return;
        }

        int wanted = values[PatternIndex];
        int pattern = isStep != null && isStep[PatternIndex] ? Controls[PatternIndex].Moved(Pattern, wanted) : wanted;
        if (pattern != Pattern)
        {
            PatternChosen(pattern);
        }
    }
}
