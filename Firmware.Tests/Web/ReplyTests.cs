using System.Text;
using NanoFirmware.Web;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Web;

[TestClass]
public class ReplyTests
{
    [TestMethod]
    public void Fields_are_separated_by_commas_at_every_depth()
    {
        var reply = new Reply();
        reply.Begin();
        reply.BeginObject();
        reply.Field("a", 1);
        reply.Name("b");
        reply.BeginArray();
        reply.Value(1);
        reply.Value(2);
        reply.BeginObject();
        reply.EndObject();
        reply.EndArray();
        reply.Field("c", true);
        reply.EndObject();

        Assert.AreEqual("{\"a\":1,\"b\":[1,2,{}],\"c\":true}", TextOf(reply));
    }

    [TestMethod]
    public void Numbers_are_written_in_full()
    {
        var reply = new Reply();
        reply.Begin();
        reply.Number(0);
        reply.Put(' ');
        reply.Number(-40);
        reply.Put(' ');
        reply.Number(12345678901234L);
        reply.Put(' ');
        reply.Tenths(599);
        reply.Put(' ');
        reply.Tenths(-5);

        Assert.AreEqual("0 -40 12345678901234 59.9 -0.5", TextOf(reply));
    }

    [TestMethod]
    public void Quotes_backslashes_and_control_characters_are_escaped()
    {
        var reply = new Reply();
        reply.Begin();
        reply.Value("a\"b\\c\n");

        Assert.AreEqual("\"a\\\"b\\\\c\\u000A\"", TextOf(reply));
    }

    [TestMethod]
    public void An_error_replaces_what_was_written()
    {
        var reply = new Reply();
        reply.Begin();
        reply.BeginObject();
        reply.Field("half", 1);
        reply.Error(400, "no");

        Assert.AreEqual(400, reply.Status);
        Assert.AreEqual("{\"error\":\"no\"}", TextOf(reply));
    }

    [TestMethod]
    public void A_wrong_method_names_the_right_ones()
    {
        var reply = new Reply();
        reply.Begin();
        reply.MethodNotAllowed("GET");

        Assert.AreEqual(405, reply.Status);
        Assert.AreEqual("GET", reply.Allow);
    }

    private static string TextOf(Reply reply) => Encoding.UTF8.GetString(reply.Bytes, 0, reply.Length);
}
