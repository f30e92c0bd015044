using System.Numerics;

namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>A complex FFT in place, for lengths that are powers of two.</summary>
internal sealed class Fourier
{
    private readonly Complex[] _turns;

    internal Fourier(int length) =>
        _turns = Enumerable.Range(0, length / 2).Select(i => Complex.FromPolarCoordinates(1, -2 * Math.PI * i / length))
            .ToArray();

    internal void Transform(Complex[] values)
    {
        int length = values.Length;
        for (int i = 1, reversed = 0; i < length; i++)
        {
            int bit = length >> 1;
            for (; (reversed & bit) != 0; bit >>= 1)
            {
                reversed ^= bit;
            }

            reversed ^= bit;
            if (i < reversed)
            {
                (values[i], values[reversed]) = (values[reversed], values[i]);
            }
        }

        for (int half = 1; half < length; half *= 2)
        {
            int stride = length / 2 / half;
            for (int start = 0; start < length; start += 2 * half)
            {
                for (int i = 0; i < half; i++)
                {
                    Complex odd = values[start + half + i] * _turns[i * stride];
                    values[start + half + i] = values[start + i] - odd;
                    values[start + i] += odd;
                }
            }
        }
    }
}
