using System;

namespace NanoFirmware.Looks;

/// <summary>
/// When the sun rises and sets: the declination and the equation of time as Fourier series of the day (Spencer, 1971), right to
/// three minutes between the polar circles.
/// </summary>
internal static class Sun
{
    private const int Day = 86400;
    private const double Turn = 6.283185307179586;
    private const double Degree = Turn / 360;

    // With its rim at the horizon, and the air bending its light.
    private const double Zenith = 90.833 * Degree;

    /// <summary>Seconds since 1970 of the event on a day; −1 where the sun does not rise or set on it.</summary>
    /// <param name="epochDay">Days since 1970, where the device is.</param>
    /// <param name="latitude100">Hundredths of a degree to the north.</param>
    /// <param name="longitude100">Hundredths of a degree to the east.</param>
    /// <param name="isRise">Sunrise; else sunset.</param>
    public static long EventS(int epochDay, int latitude100, int longitude100, bool isRise)
    {
        // A year of 365.25 days from the first of January 1970: a quarter of a day off at most.
        double years = epochDay / 365.25;
        double angle = Turn * (years - Math.Floor(years));
        double declination = 0.006918 - (0.399912 * Math.Cos(angle)) + (0.070257 * Math.Sin(angle))
            - (0.006758 * Math.Cos(2 * angle)) + (0.000907 * Math.Sin(2 * angle))
            - (0.002697 * Math.Cos(3 * angle)) + (0.00148 * Math.Sin(3 * angle));
        double equationMinutes = 229.18 * (0.000075 + (0.001868 * Math.Cos(angle)) - (0.032077 * Math.Sin(angle))
            - (0.014615 * Math.Cos(2 * angle)) - (0.040849 * Math.Sin(2 * angle)));
        double latitude = latitude100 * Degree / 100;
        double even = Math.Cos(latitude) * Math.Cos(declination);
        if (even < 0.000001)
        {
            return -1;
        }

        double cosine = (Math.Cos(Zenith) - (Math.Sin(latitude) * Math.Sin(declination))) / even;
        if (cosine > 1 || cosine < -1)
        {
            return -1;
        }

        double halfDayMinutes = Math.Acos(cosine) / Degree * 4;
        double noonMinutes = 720 - (longitude100 * 4 / 100.0) - equationMinutes;
        double minutes = noonMinutes + (isRise ? -halfDayMinutes : halfDayMinutes);
        return (epochDay * (long)Day) + (long)(minutes * 60);
    }
}
