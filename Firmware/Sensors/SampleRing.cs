namespace NanoFirmware.Sensors;

/// <summary>Raw samples that come one at a time.</summary>
internal sealed class SampleRing : RawSamples
{
    private readonly short[] _samples = new short[Most];
    private int _count;
    private int _next;

    /// <inheritdoc/>
    public override int Count => _count;

    /// <inheritdoc/>
    public override int At(int index) => _samples[(_next + Most - _count + index) % Most];

    /// <summary>Keeps more of them.</summary>
    public void Add(int[] more, int count, long nowUs)
    {
        if (IsHeld(nowUs))
        {
            return;
        }

        short[] samples = _samples;
        int next = _next;
        for (int i = 0; i < count; i++)
        {
            samples[next] = (short)more[i];
            next = next == Most - 1 ? 0 : next + 1;
        }

        _next = next;
        _count = _count + count < Most ? _count + count : Most;
    }
}
