namespace NanoFirmware.HostTests.Sound;

/// <summary>Measures tones in a signal.</summary>
internal static class Measure
{
    /// <summary>
    /// Peak amplitude of the tone of <paramref name="hz"/> in the signal, fitted by least squares, and the RMS of all the rest.
    /// </summary>
    internal static (double Peak, double RestRms) Tone(ReadOnlySpan<float> signal, double hz, int rateHz)
    {
        double w = 2 * Math.PI * hz / rateHz;
        double cc = 0;
        double cs = 0;
        double ss = 0;
        double xc = 0;
        double xs = 0;
        for (int i = 0; i < signal.Length; i++)
        {
            (double s, double c) = Math.SinCos(w * i);
            (cc, cs, ss, xc, xs) = (cc + c * c, cs + c * s, ss + s * s, xc + signal[i] * c, xs + signal[i] * s);
        }

        double determinant = cc * ss - cs * cs;
        double a = (xc * ss - xs * cs) / determinant;
        double b = (xs * cc - xc * cs) / determinant;
        double rest = 0;
        for (int i = 0; i < signal.Length; i++)
        {
            (double s, double c) = Math.SinCos(w * i);
            double error = signal[i] - a * c - b * s;
            rest += error * error;
        }

        return (Math.Sqrt(a * a + b * b), Math.Sqrt(rest / signal.Length));
    }

    internal static double Db(double ratio) => 20 * Math.Log10(Math.Max(ratio, 1e-12));
}
