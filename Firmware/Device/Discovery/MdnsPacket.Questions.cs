namespace NanoFirmware.Discovery;

/// <content>What was asked, as far as it is asked of us.</content>
internal sealed partial class MdnsPacket
{
    private const int MostQuestions = 16;
    private const int MostLabelBytes = 63;
    private const int ClassAny = 255;

    // A bit for each record that is asked for; 0 for none, for an answer, for another operation and for what is malformed.
    private int Asked(byte[] query, int length)
    {
        if (length < HeaderBytes || length > query.Length || (query[2] & 0xF8) != 0)
        {
            return 0;
        }

        int questions = (query[4] << 8) | query[5];
        questions = questions > MostQuestions ? MostQuestions : questions;
        int asked = 0;
        int at = HeaderBytes;
        for (int i = 0; i < questions; i++)
        {
            int end = EndOfName(query, length, at);
            if (end < 0 || end + 4 > length)
            {
                return 0;
            }

            int kind = ((query[end + 2] & 0x7F) << 8) | query[end + 3];
            if (kind == ClassInternet || kind == ClassAny)
            {
                asked |= Matching(query, length, at, (query[end] << 8) | query[end + 1]);
            }

            at = end + 4;
        }

        _questions = questions;
        _endOfQuestions = at;
        return asked;
    }

    // Behind its empty label, or behind the pointer that ends it; −1 when it is none.
    private static int EndOfName(byte[] query, int length, int at)
    {
        while (at < length)
        {
            int label = query[at];
            if (label == 0)
            {
                return at + 1;
            }

            if ((label & 0xC0) == 0xC0)
            {
                return at + 2;
            }

            if (label > MostLabelBytes)
            {
                return -1;
            }

            at += 1 + label;
        }

        return -1;
    }
}
