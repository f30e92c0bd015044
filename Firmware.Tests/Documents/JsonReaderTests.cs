using System.Text;
using NanoFirmware.Documents;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Documents;

[TestClass]
public class JsonReaderTests
{
    [TestMethod]
    public void Tokens_come_in_order()
    {
        JsonReader json = Reading(" {\"a\": -12, \"b\" : [true,false,null,\"x\"], \"c\":{}} ");

        AssertNext(json, JsonToken.BeginObject);
        AssertName(json, "a");
        AssertNext(json, JsonToken.Integer);
        Assert.AreEqual(-12, json.Integer);
        AssertName(json, "b");
        AssertNext(json, JsonToken.BeginArray);
        AssertNext(json, JsonToken.True);
        AssertNext(json, JsonToken.False);
        AssertNext(json, JsonToken.Null);
        AssertNext(json, JsonToken.Text);
        Assert.AreEqual("x", json.Text);
        AssertNext(json, JsonToken.EndArray);
        AssertName(json, "c");
        AssertNext(json, JsonToken.BeginObject);
        AssertNext(json, JsonToken.EndObject);
        AssertNext(json, JsonToken.EndObject);
        AssertNext(json, JsonToken.End);
        AssertNext(json, JsonToken.End);
    }

    [TestMethod]
    public void Escapes_and_unicode_are_understood()
    {
        JsonReader json = Reading("\"a\\n\\\"\\u00e9\u00e9\\u20ac\"");

        AssertNext(json, JsonToken.Text);
        Assert.AreEqual("a\n\"\u00e9\u00e9\u20ac", json.Text);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("{\"a\"}")]
    [DataRow("{\"a\":}")]
    [DataRow("{\"a\":1,}")]
    [DataRow("{,\"a\":1}")]
    [DataRow("{a:1}")]
    [DataRow("{'a':1}")]
    [DataRow("{\"a\":1 \"b\":2}")]
    [DataRow("[1,]")]
    [DataRow("[1 2]")]
    [DataRow("[1}")]
    [DataRow("{\"a\":1}}")]
    [DataRow("{} {}")]
    [DataRow("01")]
    [DataRow("-")]
    [DataRow("1.")]
    [DataRow("1e")]
    [DataRow("tru")]
    [DataRow("truE")]
    [DataRow("\"\\x\"")]
    [DataRow("\"\\u12g4\"")]
    [DataRow("\"\\ud800\"")]
    [DataRow("\"\\udf89\\ud83c\"")]
    [DataRow("\"\\ud83cx\"")]
    [DataRow("\"a\\u0000\"")]
    [DataRow("\"open")]
    [DataRow("\"a\nb\"")]
    [DataRow("[[[[[[[[[1]]]]]]]]]")]
    public void What_is_not_json_is_refused_with_a_reason(string text)
    {
        JsonReader json = Reading(text);
        JsonToken token = json.Next();
        for (int i = 0; i < 40 && token != JsonToken.Bad && token != JsonToken.End; i++)
        {
            token = json.Next();
        }

        Assert.IsTrue(token == JsonToken.Bad, text);
        Assert.Contains("bad JSON at byte", json.Problem);
    }

    [TestMethod]
    public void A_pair_of_surrogates_is_one_character()
    {
        JsonReader json = Reading("\"\\ud83c\\udf89\"");

        AssertNext(json, JsonToken.Text);
        Assert.AreEqual(4, json.TextBytes);
    }

    [TestMethod]
    public void A_byte_order_mark_is_passed_over_at_the_beginning_alone()
    {
        AssertNext(Reading("\uFEFF7"), JsonToken.Integer);
        Assert.IsTrue(Reading("\uFEFF").Next() == JsonToken.Bad, "nothing behind it");
        Assert.IsTrue(Reading(" \uFEFF7").Next() == JsonToken.Bad, "behind a space");
    }

    [TestMethod]
    public void Every_int_is_an_integer()
    {
        JsonReader json = Reading("-2147483648");

        AssertNext(json, JsonToken.Integer);
        Assert.AreEqual(-2147483648, json.Integer);
        AssertNext(Reading("2147483648"), JsonToken.OtherNumber);
    }

    [TestMethod]
    [DataRow("1.5")]
    [DataRow("1e3")]
    [DataRow("99999999999")]
    public void A_number_that_is_no_int_says_so(string text) => AssertNext(Reading(text), JsonToken.OtherNumber);

    [TestMethod]
    public void A_value_can_be_passed_over()
    {
        JsonReader json = Reading("{\"a\":{\"x\":[1,{\"y\":2}]},\"b\":3}");
        AssertNext(json, JsonToken.BeginObject);
        AssertName(json, "a");
        Assert.IsTrue(json.Skip(), "the value was not passed over");
        AssertName(json, "b");
    }

    private static JsonReader Reading(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var json = new JsonReader();
        json.Begin(bytes, bytes.Length);
        return json;
    }

    private static void AssertName(JsonReader json, string name)
    {
        AssertNext(json, JsonToken.Name);
        Assert.AreEqual(name, json.Text);
    }

    private static void AssertNext(JsonReader json, JsonToken expected) =>
        Assert.IsTrue(json.Next() == expected, json.Problem);
}
