using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <content>One message, read into fields that were forgotten before.</content>
internal sealed partial class JamReader
{
    private void Forget()
    {
        for (int i = 0; i < _numbers.Length; i++)
        {
            _numbers[i] = Absent;
        }

        _type = null;
        _mode = null;
        _key = null;
        _scale = null;
        _enabled = Absent;
        _playing = Absent;
        _muted = Absent;
        _solo = Absent;
        _hasRows = false;
        _hasOrigin = false;
    }

    // Stands behind the bracket.
    private string ReadMessage()
    {
        Forget();
        JsonToken token;
        for (token = _json.Next(); token == JsonToken.Name; token = _json.Next())
        {
            string problem = ReadField(_json.Text);
            if (problem != null)
            {
                return problem;
            }
        }

        return token == JsonToken.EndObject ? Judge() : _json.Problem;
    }
}
