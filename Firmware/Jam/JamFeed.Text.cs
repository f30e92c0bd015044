using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <content>The same news as a list in JSON, for clients that speak in texts.</content>
internal sealed partial class JamFeed
{
    /// <summary>Something waits for the client.</summary>
    public bool HasNews => _cursor != _session.Log.Count;

    /// <summary>Writes the list that is due; false for none.</summary>
    /// <param name="json">Empty, with room for <see cref="JamWriter.MostBytes"/> at least.</param>
    /// <param name="nowUs">The clock.</param>
    public bool Write(JsonWriter json, long nowUs)
    {
        int nowMs = (int)(nowUs / 1000);
        JamLog log = _session.Log;
        if (_cursor == log.Count || nowMs - _sentMs < BatchMs)
        {
            return false;
        }

        lock (_session.Gate)
        {
            if (!log.Has(_cursor))
            {
                // Too much for a text: the client asks for the whole state.
                _cursor = log.Count;
                json.BeginObject();
                json.Field("type", "lost");
                json.EndObject();
                return true;
            }

            bool isSomething = false;
            _tellsBack = nowMs - _toldMs < OnItsWayMs;
            json.BeginArray();
            while (_cursor != log.Count && json.Room > JamWriter.MostBytes)
            {
                if (Carries(_cursor))
                {
                    JamWriter.WriteEntry(json, _session, _cursor);
                    isSomething = true;
                }

                _cursor++;
            }

            json.EndArray();

            // What did not fit goes with the next one, at once.
            _sentMs = _cursor == log.Count ? nowMs : _sentMs;
            _toldMs = isSomething ? nowMs : _toldMs;
            return isSomething;
        }
    }
}
