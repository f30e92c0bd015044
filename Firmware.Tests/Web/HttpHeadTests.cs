using NanoFirmware.Web;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Web;

[TestClass]
public class HttpHeadTests
{
    private const string Handshake =
        "GET /ws HTTP/1.1\r\nHost: 192.168.4.1:81\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    [TestMethod]
    public void A_handshake_is_known_by_its_words_whatever_their_order_and_capitals()
    {
        HttpHead head = Read(Handshake, HeadState.Complete);
        Assert.IsTrue(head.IsHandshake, "as Firefox once wrote it");
        Assert.AreEqual("GET", head.Method);
        Assert.AreEqual("/ws", head.Path);
        Assert.AreEqual("192.168.4.1:81", head.Host);
        Assert.AreEqual("dGhlIHNhbXBsZSBub25jZQ==", head.Key);
        Assert.AreEqual(5, head.Headers);
        Assert.AreEqual(Handshake.Length, head.Bytes);
        Assert.IsNull(head.Origin);

        head = Read(
            "GET / HTTP/1.1\r\nsec-websocket-key:dGhlIHNhbXBsZSBub25jZQ==\r\nSEC-WEBSOCKET-VERSION: 13 \r\nupgrade: foo, "
                + "WebSocket\r\nconnection: upgrade\r\n\r\n",
            HeadState.Complete);
        Assert.IsTrue(head.IsHandshake, "small and large letters, no space");
    }

    [TestMethod]
    [DataRow("Connection: keep-alive, Upgrade", "Connection: keep-alive, Upgraded")]
    [DataRow("Upgrade: websocket", "Upgrade: h2c")]
    [DataRow("Version: 13", "Version: 8")]
    [DataRow("Key: dGhlIHNhbXBsZSBub25jZQ==", "Key: ")]
    [DataRow("GET ", "POST ")]
    public void Whatever_lacks_a_word_is_none(string from, string to)
    {
        int at = Handshake.IndexOf(from);
        string before = Handshake.Substring(0, at);
        string after = Handshake.Substring(at + from.Length);

        Assert.IsFalse(Read(before + to + after, HeadState.Complete).IsHandshake, to);
    }

    [TestMethod]
    public void Before_the_empty_line_it_is_not_whole()
    {
        for (int length = 0; length < Handshake.Length; length++)
        {
            Read(Handshake.Substring(0, length), HeadState.Incomplete);
        }
    }

    [TestMethod]
    [DataRow("GET\r\n\r\n")]
    [DataRow("GET /\r\n\r\n")]
    [DataRow(" / HTTP/1.1\r\n\r\n")]
    [DataRow("GET / HTTP/2\r\n\r\n")]
    [DataRow("GET / HTTP/1.1\r\nno colon\r\n\r\n")]
    [DataRow("GET / HTTP/1.1\r\n: nothing\r\n\r\n")]
    public void What_is_no_request_is_told_from_one(string head) => Read(head, HeadState.Bad);

    private static HttpHead Read(string text, HeadState expected)
    {
        byte[] bytes = TextCode.Utf8.GetBytes(text);
        var head = new HttpHead();
        Assert.AreEqual((int)expected, (int)head.Read(bytes, bytes.Length));
        return head;
    }
}
