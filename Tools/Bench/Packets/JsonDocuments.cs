using NanoFirmware.Documents;

namespace NanoFirmware.Bench.Packets;

/// <summary>Documents of a JSON test suite: y_… is to be accepted, n_… refused, i_… either, and none may fail.</summary>
internal static class JsonDocuments
{
    // U+0000 is refused: the device cuts a text there (docs/api.md).
    private const string WithZero = "y_string_null_escape.json";

    internal static PacketVerdict Judge(string path)
    {
        string name = Path.GetFileName(path);
        bool isAccepted;
        try
        {
            isAccepted = IsAccepted(File.ReadAllBytes(path));
        }
        catch (Exception fault)
        {
            return new PacketVerdict("json/" + name, [$"the reader fails: {fault.Message}"]);
        }

        bool isRight = name[0] == 'i' || isAccepted == (name[0] == 'y' && name != WithZero);
        string verdict = isAccepted ? "accepted" : "refused";
        return new PacketVerdict("json/" + name, isRight ? [] : [verdict]);
    }

    private static bool IsAccepted(byte[] bytes)
    {
        var reader = new JsonReader();
        reader.Begin(bytes, bytes.Length);
        JsonToken token = reader.Next();
        while (token is not (JsonToken.Bad or JsonToken.End))
        {
            token = reader.Next();
        }

        return token == JsonToken.End;
    }
}
