namespace NanoFirmware.Documents;

/// <content>JSON: brackets, values, and the commas between them.</content>
internal partial class JsonWriter
{
    private bool _needsComma;

    public void BeginObject() => Open('{');

    public void EndObject() => Close('}');

    public void BeginArray() => Open('[');

    public void EndArray() => Close(']');

    /// <summary>Ends a document that is a line of several.</summary>
    public void NewLine()
    {
        Put('\n');
        _needsComma = false;
    }

    public void Value(long number)
    {
        Comma();
        Number(number);
    }

    public void Value(bool value)
    {
        Comma();
        Text(value ? "true" : "false");
    }

    /// <summary>Writes the comma that the next value needs, and notes that the one after will need one.</summary>
    public void Comma()
    {
        if (_needsComma)
        {
            Put(',');
        }

        _needsComma = true;
    }

    private void Open(char bracket)
    {
        Comma();
        Put(bracket);
        _needsComma = false;
    }

    private void Close(char bracket)
    {
        Put(bracket);
        _needsComma = true;
    }
}
