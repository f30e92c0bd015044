using System.Text;
using NanoFirmware.Documents;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Documents;

[TestClass]
public class JsonWriterTests
{
    [TestMethod]
    public void Fields_are_separated_by_commas_at_every_depth()
    {
        var json = new JsonWriter(256);
        json.BeginObject();
        json.Field("a", 1);
        json.Name("b");
        json.BeginArray();
        json.Value(1);
        json.Value(2);
        json.BeginObject();
        json.EndObject();
        json.EndArray();
        json.Field("c", true);
        json.EndObject();

        Assert.AreEqual("{\"a\":1,\"b\":[1,2,{}],\"c\":true}", TextOf(json));
    }

    [TestMethod]
    public void Numbers_are_written_in_full()
    {
        var json = new JsonWriter(256);
        json.Number(0);
        json.Put(' ');
        json.Number(-40);
        json.Put(' ');
        json.Number(12345678901234L);
        json.Put(' ');
        json.Tenths(599);
        json.Put(' ');
        json.Tenths(-5);

        Assert.AreEqual("0 -40 12345678901234 59.9 -0.5", TextOf(json));
    }

    [TestMethod]
    public void Quotes_backslashes_and_control_characters_are_escaped()
    {
        var json = new JsonWriter(256);
        json.Value("a\"b\\c\n");

        Assert.AreEqual("\"a\\\"b\\\\c\\u000A\"", TextOf(json));
    }

    private static string TextOf(JsonWriter json) => Encoding.UTF8.GetString(json.Bytes, 0, json.Length);
}
