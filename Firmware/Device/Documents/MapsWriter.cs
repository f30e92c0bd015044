using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <summary>
/// Writes all channels' maps as a member of a backup, <c>"maps": {"a": {…}}</c>, as much at a time as there is room for.
/// </summary>
internal sealed class MapsWriter
{
    /// <summary>Name of the member.</summary>
    public const string Name = "maps";

    private readonly string[] _names;
    private readonly LedMap[] _maps;
    private MapWriter _writer;
    private int _next;
    private bool _isBegun;

    /// <param name="names">The channels' names.</param>
    /// <param name="maps">Their maps; null where there is none.</param>
    public MapsWriter(string[] names, LedMap[] maps)
    {
        _names = names;
        _maps = maps;
    }

    /// <summary>Writes some more into the object that is open; false when that was all of it.</summary>
    public bool WriteSome(JsonWriter json)
    {
        if (_writer != null)
        {
            return WriteMap(json);
        }

        while (_next < _maps.Length && _maps[_next] == null)
        {
            _next++;
        }

        if (_next == _maps.Length)
        {
            if (_isBegun)
            {
                _isBegun = false;
                json.EndObject();
            }

            return false;
        }

        if (!_isBegun)
        {
            _isBegun = true;
            json.Name(Name);
            json.BeginObject();
        }

        json.Name(_names[_next]);
        json.BeginObject();
        _writer = new MapWriter(_maps[_next]);
        return WriteMap(json);
    }

    private bool WriteMap(JsonWriter json)
    {
        if (!_writer.WriteSome(json))
        {
            json.EndObject();
            _writer = null;
            _next++;
        }

        return true;
    }
}
