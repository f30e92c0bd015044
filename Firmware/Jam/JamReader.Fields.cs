using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <content>One field of a message.</content>
internal sealed partial class JamReader
{
    private string ReadField(string name)
    {
        int numbers = IsOfTape ? NumberCount : TimeAt;
        for (int i = 0; i < numbers; i++)
        {
            if (_numberNames[i] == name)
            {
                bool isWhole = _json.Next() == JsonToken.Integer && (_json.Integer >= 0 || i == OriginAt);
                _numbers[i] = _json.Integer;
                _hasOrigin = _hasOrigin || i == OriginAt;
                return isWhole ? null : _json.Problem ?? name + " must be a whole number";
            }
        }

        switch (name)
        {
            case "type":
                return ReadText(name, ref _type);
            case "mode":
            case "colorMode":
                return ReadText(name, ref _mode);
            case "key":
                return ReadText(name, ref _key);
            case "scale":
                return ReadText(name, ref _scale);
            case "name":
                return ReadText(name, ref Joined);
            case "enabled":
                return ReadSwitch(name, ref _enabled);
            case "isPlaying":
                return ReadSwitch(name, ref _playing);
            case "muted":
                return ReadSwitch(name, ref _muted);
            case "solo":
                return ReadSwitch(name, ref _solo);
            case "tracks":
                _hasRows = true;
                return _rows.Read(_json);
            default:
                return _json.Skip() ? null : _json.Problem;
        }
    }

    private string ReadText(string name, ref string text)
    {
        bool isText = _json.Next() == JsonToken.Text;
        text = _json.Text;
        return isText ? null : _json.Problem ?? name + " must be a text";
    }

    private string ReadSwitch(string name, ref int value)
    {
        JsonToken token = _json.Next();
        value = token == JsonToken.True ? 1 : 0;
        return token == JsonToken.True || token == JsonToken.False ? null : _json.Problem ?? name + " must be true or false";
    }
}
