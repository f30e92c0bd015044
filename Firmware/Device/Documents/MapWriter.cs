using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <summary>Writes the members of a map's object, as much at a time as there is room for.</summary>
internal sealed class MapWriter
{
    // "-2147483648," is the longest that a number can be, whatever it is.
    private const int NumberBytes = 12;
    private const int EndBytes = 8;

    private readonly LedMap _map;
    private int _next;

    public MapWriter(LedMap map) => _map = map;

    /// <summary>Writes some more; false when that was all of it.</summary>
    public bool WriteSome(JsonWriter json)
    {
        short[] leds = _map.Leds;
        if (_next == 0)
        {
            if (_map.Height > 1)
            {
                json.Field("width", _map.Width);
                json.Field("height", _map.Height);
            }

            json.Name("map");
            json.BeginArray();
        }

        for (; _next < leds.Length && json.Room > NumberBytes + EndBytes; _next++)
        {
            json.Value(leds[_next]);
        }

        if (_next < leds.Length)
        {
            return true;
        }

        json.EndArray();
        return false;
    }
}
