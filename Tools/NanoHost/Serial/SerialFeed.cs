using System.Globalization;
using System.Text;

namespace NanoHost.Serial;

/// <summary>
/// A sensor that says one line after the other, so many a second from the moment that it is wired; each line's bytes follow each
/// other as fast as the wire carries them. It says the same when it is asked again.
/// </summary>
public sealed class SerialFeed
{
    /// <summary>What the hub is built for.</summary>
    public const double UsualLinesPerSecond = 800;

    private const double NsPerSecond = 1e9;

    private readonly byte[][] _lines;
    private readonly double _nsPerLine;
    private readonly long _lineCount;
    private readonly double _nsPerByte;
    private long _startNs;
    private int _byte;

    /// <param name="lines">Without their ends, which are LF.</param>
    /// <param name="linesPerSecond">How many.</param>
    /// <param name="passes">How often all of them; 0 for ever.</param>
    /// <param name="baudRate">Ten bits a byte.</param>
    public SerialFeed(
        IEnumerable<string> lines, double linesPerSecond = UsualLinesPerSecond, int passes = 1, int baudRate = 115_200)
    {
        _lines = lines.Select(line => Encoding.ASCII.GetBytes(line + "\n")).ToArray();
        if (_lines.Length == 0 || linesPerSecond <= 0)
        {
            throw new ArgumentException("A sensor says at least one line, and some of them each second.");
        }

        _nsPerByte = 10 * NsPerSecond / baudRate;
        _nsPerLine = NsPerSecond / linesPerSecond;
        if (_lines.Max(line => line.Length) * _nsPerByte > _nsPerLine)
        {
            throw new ArgumentException($"Such lines do not come {linesPerSecond} times a second at {baudRate} baud.");
        }

        _lineCount = passes == 0 ? long.MaxValue : (long)_lines.Length * passes;
    }

    /// <summary>Lines that were said whole.</summary>
    public long LinesSaid { get; private set; }

    /// <summary>True once the last one was.</summary>
    public bool IsOver => LinesSaid == _lineCount;

    /// <summary>The file's lines; empty ones and those that begin with # say nothing.</summary>
    public static SerialFeed FromFile(string path, double linesPerSecond = UsualLinesPerSecond, int passes = 0)
    {
        string[] lines = System.IO.File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        return lines.Length > 0
            ? new SerialFeed(lines, linesPerSecond, passes)
            : throw new ArgumentException($"{path} has no line with a number.");
    }

    /// <summary>Numbers that a function gives for 0, 1, 2 …</summary>
    public static SerialFeed Of(
        Func<int, int> value, int count, double linesPerSecond = UsualLinesPerSecond, int passes = 1) => new(
        Enumerable.Range(0, count).Select(i => value(i).ToString(CultureInfo.InvariantCulture)), linesPerSecond, passes);

    internal void StartAt(long us) => _startNs = us * 1000;

    /// <summary>The next byte, if it is whole on the wire at <paramref name="us"/>.</summary>
    internal bool TryNext(long us, out byte value, out long atUs)
    {
        value = 0;
        atUs = long.MaxValue;
        if (IsOver)
        {
            return false;
        }

        byte[] line = _lines[LinesSaid % _lines.Length];
        atUs = (long)((_startNs + (LinesSaid * _nsPerLine) + ((_byte + 1) * _nsPerByte)) / 1000);
        if (atUs > us)
        {
            return false;
        }

        value = line[_byte++];
        if (_byte == line.Length)
        {
            _byte = 0;
            LinesSaid++;
        }

        return true;
    }
}
