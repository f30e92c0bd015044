namespace NanoFirmware.Discovery;

/// <summary>
/// Answers questions for the device's name and services (RFC 6762): a pure function of bytes. What is malformed is not answered;
/// whatever a packet says, it costs no more than <see cref="MostQuestions"/> names compared with ours.
/// </summary>
internal sealed partial class MdnsPacket
{
    /// <summary>Greatest answer: all records of the longest name, and the questions of one who asks without the group.</summary>
    public const int AnswerBytes = 1024;

    private const int HeaderBytes = 12;
    private const int MostQuestionBytes = 300;
    private const int ClassInternet = 1;

    private const int AnswersAt = 7;
    private const int OthersAt = 11;
    private const int AllRecords = (1 << MdnsRecords.Count) - 1;

    private readonly MdnsRecords _records;
    private int _questions;
    private int _endOfQuestions;

    public MdnsPacket(MdnsRecords records) => _records = records;

    /// <summary>Answers one datagram; the number of bytes in <paramref name="reply"/>, 0 for silence.</summary>
    /// <param name="query">What came in; <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="isPlain">It was asked by a plain resolver, from another port than the group's.</param>
    /// <param name="address">The device's address in the asker's network.</param>
    /// <param name="reply"><see cref="AnswerBytes"/> long.</param>
    public int Answer(byte[] query, int length, bool isPlain, byte[] address, byte[] reply)
    {
        int asked = Asked(query, length);
        if (asked == 0 || (isPlain && _endOfQuestions > MostQuestionBytes))
        {
            return 0;
        }

        int implied = ImpliedBy(asked) & ~asked;
        int at = WriteHeader(query, isPlain, reply);
        at = WriteRecords(reply, at, asked, isPlain, address);
        at = WriteRecords(reply, at, implied, isPlain, address);
        reply[AnswersAt] = (byte)CountOf(asked);
        reply[OthersAt] = (byte)CountOf(implied);
        return at;
    }

    /// <summary>Tells everything unasked; the number of bytes in <paramref name="reply"/>.</summary>
    /// <param name="address">The device's address in the network that is told.</param>
    /// <param name="reply"><see cref="AnswerBytes"/> long.</param>
    public int Announce(byte[] address, byte[] reply)
    {
        int at = WriteRecords(reply, WriteHeader(null, false, reply), AllRecords, false, address);
        reply[AnswersAt] = MdnsRecords.Count;
        return at;
    }
}
