using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <content>The command's words, by name.</content>
internal sealed partial class WledCommand
{
    private int IsNotZero(string name)
    {
        string text = Value(name);
        return text.Length > 0 && text[0] == '0' ? 0 : 1;
    }

    private static int Number(string text, int now, int max) => WledValue.Number(JsonToken.Text, 0, text, now, max);

    private int Whole(string name, int missing)
    {
        string text = Value(name);
        return text == null ? missing : WledValue.Whole(text, 0);
    }

    private bool Has(string name)
    {
        for (int i = 1; i < _words.Length; i++)
        {
            if (_words[i] == name || _words[i].StartsWith(name + "="))
            {
                return true;
            }
        }

        return false;
    }

    // What stands behind a name and its sign; null when it is not there.
    private string Value(string name)
    {
        for (int i = 1; i < _words.Length; i++)
        {
            if (_words[i].StartsWith(name + "="))
            {
                return _words[i].Substring(name.Length + 1);
            }
        }

        return null;
    }
}
