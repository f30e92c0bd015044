namespace NanoFirmware.Documents;

/// <content>How many digits a number has, for the most part without a division.</content>
internal partial class JsonWriter
{
    // Looked at one after the other, since most numbers are short.
    private static int DigitsOf(int number)
    {
        if (number < 10)
        {
            return 1;
        }

        if (number < 100)
        {
            return 2;
        }

        if (number < 1000)
        {
            return 3;
        }

        if (number < 10000)
        {
            return 4;
        }

        if (number < 100000)
        {
            return 5;
        }

        int digits = 6;
        for (int rest = number / 1000000; rest > 0; rest /= 10)
        {
            digits++;
        }

        return digits;
    }
}
