using System;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Live;

/// <summary>
/// Single pixels that requests hand over, strip by strip: they stay until a pattern or a palette is chosen for their strip, as
/// WLED freezes a segment. Any thread may hand over; whole pictures alone are seen, by the rule of <see cref="SentFrame"/>.
/// </summary>
internal sealed class HandedPicture
{
    private readonly object _writing = new object();
    private readonly Stage _stage;
    private readonly int[] _choices;
    private int _outputs;

    public HandedPicture(Stage stage)
    {
        _stage = stage;
        _choices = new int[stage.Leds.Length];
        Frame = new SentFrame(stage.LedsTogether);
    }

    /// <summary>All outputs' pixels, red first.</summary>
    public readonly SentFrame Frame;

    /// <summary>The outputs that have a picture, a bit for each.</summary>
    public int Outputs
    {
        get
        {
            int outputs = 0;
            for (int i = 0; i < _choices.Length; i++)
            {
                outputs |= Holds(i) ? 1 << i : 0;
            }

            return outputs;
        }
    }

    /// <summary>Whether an output has a picture.</summary>
    public bool Holds(int output) =>
        (_outputs & (1 << output)) != 0 && _choices[output] == _stage.Channels[output].Controls.Choices;

    /// <summary>Hands pixels over; the others of that output stay as they were handed over before, or dark.</summary>
    /// <param name="output">Its index.</param>
    /// <param name="pixels">Red, green and blue of each pixel of the output.</param>
    /// <param name="isGiven">Which of them are.</param>
    public void Put(int output, byte[] pixels, bool[] isGiven)
    {
        int leds = _stage.Leds[output];
        int from = 0;
        for (int i = 0; i < output; i++)
        {
            from += _stage.Leds[i];
        }

        lock (_writing)
        {
            byte[] waiting = Frame.Waiting;
            if (!Holds(output))
            {
                Array.Clear(waiting, from * 3, leds * 3);
            }

            for (int i = 0; i < leds;)
            {
                int first = i;
                while (i < leds && isGiven[i])
                {
                    i++;
                }

                Array.Copy(pixels, first * 3, waiting, (from + first) * 3, (i - first) * 3);
                while (i < leds && !isGiven[i])
                {
                    i++;
                }
            }

            _choices[output] = _stage.Channels[output].Controls.Choices;
            _outputs |= 1 << output;
            Frame.Show();
        }
    }

    /// <summary>Lets an output's pattern come back.</summary>
    public void Release(int output)
    {
        lock (_writing)
        {
            _outputs &= ~(1 << output);
        }
    }
}
