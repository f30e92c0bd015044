using System.Globalization;

namespace NanoFirmware.Bench.Audio.Listen;

/// <summary>
/// Beats as somebody tapped them: one time in seconds at the start of each line, rising; what follows on the line is not read.
/// </summary>
internal static class BeatFile
{
    private static readonly char[] Separators = { ' ', '\t', ',', ';' };

    /// <summary>Times in seconds, at least two.</summary>
    /// <exception cref="InvalidDataException">A line is not such a time; the message names it.</exception>
    internal static double[] Read(string path)
    {
        var beats = new List<double>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            string first = text.Split(Separators, 2)[0];
            if (
                !double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out double time)
                    || !double.IsFinite(time))
            {
                throw new InvalidDataException($"{path}, line {number}: '{first}' is not a time in seconds.");
            }

            if (beats.Count > 0 && time <= beats[^1])
            {
                throw new InvalidDataException($"{path}, line {number}: {first} s does not come after {beats[^1]:0.###} s.");
            }

            beats.Add(time);
        }

        return beats.Count >= 2 ? beats.ToArray() : throw new InvalidDataException($"{path} holds fewer than two beats.");
    }
}
