using System.Threading;

namespace NanoFirmware.Mqtt;

/// <summary>
/// What came and was not looked at yet, in order. Its writer is the library's thread, its reader ours; when it is full the writer
/// waits, and with it the broker. What has waited too long for room is dropped and counted.
/// </summary>
internal sealed class Inbox
{
    private const int MostWaiting = 16;
    private const int PatienceMs = 2000;

    private readonly string[] _topics = new string[MostWaiting];
    private readonly byte[][] _messages = new byte[MostWaiting][];
    private readonly AutoResetEvent _hasRoom = new AutoResetEvent(false);
    private readonly AutoResetEvent _hasMail;
    private int _first;
    private int _count;

    /// <param name="hasMail">Set when something came.</param>
    public Inbox(AutoResetEvent hasMail) => _hasMail = hasMail;

    /// <summary>Messages that found no room.</summary>
    public int Dropped;

    /// <summary>The topic of the message that was taken last.</summary>
    public string Topic;

    /// <summary>Puts a message in.</summary>
    public void Put(string topic, byte[] message)
    {
        if (!TryPut(topic, message) && !(_hasRoom.WaitOne(PatienceMs, false) && TryPut(topic, message)))
        {
            Dropped++;
        }

        _hasMail.Set();
    }

    /// <summary>Takes the oldest message; null when there is none.</summary>
    public byte[] Take()
    {
        lock (_topics)
        {
            if (_count == 0)
            {
                return null;
            }

            Topic = _topics[_first];
            byte[] message = _messages[_first];
            _messages[_first] = null;
            _first = (_first + 1) % MostWaiting;
            _count--;
            _hasRoom.Set();
            return message;
        }
    }

    private bool TryPut(string topic, byte[] message)
    {
        lock (_topics)
        {
            if (_count == MostWaiting)
            {
                return false;
            }

            int at = (_first + _count) % MostWaiting;
            _topics[at] = topic;
            _messages[at] = message;
            _count++;
            return true;
        }
    }
}
