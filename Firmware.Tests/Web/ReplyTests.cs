using System.Text;
using NanoFirmware.Web;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Web;

[TestClass]
public class ReplyTests
{
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
