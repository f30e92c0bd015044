using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// The layers that are wanted over a channel's own picture, the lowest first: made by whoever sets them, taken as a whole,
/// never changed.
/// </summary>
internal sealed class LayerPlan
{
    private readonly int[][] _values;
    private readonly byte[][] _tables;

    /// <param name="values">Of each, as <see cref="LayerControls"/> numbers them.</param>
    public LayerPlan(int[][] values)
    {
        _values = values;
        _tables = new byte[values.Length][];
        for (int i = 0; i < values.Length; i++)
        {
            _tables[i] = LayerBlender.TableFor((Blend)values[i][LayerControls.BlendIndex], values[i][LayerControls.LevelIndex]);
        }
    }

    public int Count => _values.Length;

    /// <summary>What is wanted of a layer.</summary>
    public int[] ValuesOf(int layer) => _values[layer];

    /// <summary>As <see cref="LayerBlender.TableFor"/> made it.</summary>
    public byte[] TableOf(int layer) => _tables[layer];

    /// <summary>The pattern of a layer.</summary>
    public int PatternOf(int layer) => _values[layer][LayerControls.PatternIndex];

    /// <summary>Whether another plan, or null, differs in nothing, or in levels alone.</summary>
    public bool IsAlike(LayerPlan other) => AreSame(other, LayerControls.LevelIndex);

    /// <summary>Whether another plan says the same.</summary>
    public bool IsSame(LayerPlan other) => AreSame(other, -1);

    private bool AreSame(LayerPlan other, int passedOver)
    {
        if ((other == null ? 0 : other.Count) != Count)
        {
            return false;
        }

        for (int layer = 0; layer < Count; layer++)
        {
            for (int i = 0; i < _values[layer].Length; i++)
            {
                if (i != passedOver && _values[layer][i] != other._values[layer][i])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
