namespace NanoFirmware.Sensors;

/// <summary>
/// What is told of a sensor, the same for clients of the WebSocket and for a group: its counts, and the points since the message
/// before. Numbers are big-endian.
/// </summary>
/// <remarks>
/// 0 kind 3 · 1 sensor (0 microphone, 1 serial) · 2 points · 3 flags · 4 number of the newest point · 8 peaks · 12 pulses · 16
/// threshold · 18 points of 5 bytes: signal, outline, flags.
/// </remarks>
internal static class SensorMessage
{
    /// <summary>The first byte.</summary>
    public const int Kind = 3;

    /// <summary>Bytes before the points.</summary>
    public const int HeadBytes = 18;

    /// <summary>Bytes of a point.</summary>
    public const int PointBytes = 5;

    /// <summary>More points than come between two messages: 12 at five a second.</summary>
    public const int MostPoints = 30;

    /// <summary>Bytes of the longest message.</summary>
    public const int MostBytes = HeadBytes + (MostPoints * PointBytes);

    private const int OnFlag = 1;
    private const int AboveFlag = 2;

    /// <summary>Fills a message; how many bytes it has.</summary>
    /// <param name="bytes">Where.</param>
    /// <param name="at">From here on.</param>
    /// <param name="sensor">Of what.</param>
    /// <param name="index">Its number.</param>
    /// <param name="told">The newest point that was told before; points that are too many are left out.</param>
    public static int Fill(byte[] bytes, int at, Sensor sensor, int index, int told)
    {
        SignalHistory history = sensor.History;
        int newest = history == null ? 0 : history.Sequence;
        int points = newest - told;
        points = points < 0 || points > MostPoints ? MostPoints : points;
        points = points > newest ? newest : points;
        bytes[at] = Kind;
        bytes[at + 1] = (byte)index;
        bytes[at + 2] = (byte)points;
        bytes[at + 3] = (byte)((sensor.IsRunning || sensor.IsTold ? OnFlag : 0) | (sensor.IsAbove ? AboveFlag : 0));
        Put(bytes, at + 4, newest);
        Put(bytes, at + 8, sensor.Peaks);
        Put(bytes, at + 12, sensor.Pulses);
        PutHalf(bytes, at + 16, sensor.Controls.Values[SensorControls.ThresholdIndex]);
        int place = at + HeadBytes;
        for (int i = newest - points + 1; i <= newest; i++)
        {
            PutHalf(bytes, place, history.SignalAt(i));
            PutHalf(bytes, place + 2, history.EnvelopeAt(i));
            bytes[place + 4] = (byte)history.FlagsAt(i);
            place += PointBytes;
        }

        return place - at;
    }

    /// <summary>Whether bytes are a message.</summary>
    public static bool IsWhole(byte[] bytes, int length) =>
        length >= HeadBytes && bytes[0] == Kind && bytes[1] < 2 && bytes[2] <= MostPoints
        && length == HeadBytes + (bytes[2] * PointBytes);

    /// <summary>Number of the newest point of a message.</summary>
    public static int Newest(byte[] bytes) => Get(bytes, 4);

    /// <summary>Peaks that a message tells.</summary>
    public static int Peaks(byte[] bytes) => Get(bytes, 8);

    /// <summary>Pulses that a message tells.</summary>
    public static int Pulses(byte[] bytes) => Get(bytes, 12);

    /// <summary>Adds the points of a message that are newer than what is there.</summary>
    /// <param name="bytes">The message.</param>
    /// <param name="history">Where they go.</param>
    /// <param name="told">The newest point that was there.</param>
    public static void AddPoints(byte[] bytes, SignalHistory history, int told)
    {
        int points = bytes[2];
        int first = Newest(bytes) - points + 1;
        for (int i = 0; i < points; i++)
        {
            int place = HeadBytes + (i * PointBytes);
            if (first + i > told)
            {
                history.Add(GetHalf(bytes, place), GetHalf(bytes, place + 2), bytes[place + 4]);
            }
        }
    }

    private static void Put(byte[] bytes, int at, int value)
    {
        PutHalf(bytes, at, value >> 16);
        PutHalf(bytes, at + 2, value);
    }

    private static void PutHalf(byte[] bytes, int at, int value)
    {
        bytes[at] = (byte)(value >> 8);
        bytes[at + 1] = (byte)value;
    }

    private static int Get(byte[] bytes, int at) =>
        (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];

    private static int GetHalf(byte[] bytes, int at) => (short)((bytes[at] << 8) | bytes[at + 1]);
}
