using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Net;

namespace NanoFirmware.HostTests.WebServer;

/// <content>What clients say, and when they are gone.</content>
public sealed partial class SocketServerTests
{
    [TestMethod]
    public void A_change_is_made_and_a_bad_one_is_told_and_changes_nothing()
    {
        PeerLine line = Connect();

        Assert.AreEqual("""{"ok":true}""", Say(line, """{"a":{"brightness":77}}"""));
        Assert.AreEqual(77, _device.Get("/api/channel/a/brightness").Json.GetProperty("value").GetInt32());
        StringAssert.Contains(Say(line, """{"a":{"brightness":777,"speed":3}}"""), "brightness");
        StringAssert.Contains(Say(line, """["a"]"""), "the body must be a JSON object");
        StringAssert.Contains(Say(line, """{"preview":99}"""), "preview");
        Assert.AreEqual(77, _device.Get("/api/channel/a/brightness").Json.GetProperty("value").GetInt32());
    }

    [TestMethod]
    public void A_message_in_pieces_with_a_ping_between_them_is_one()
    {
        PeerLine line = Connect();
        byte[] text = Encoding.UTF8.GetBytes("""{"a":{"brightness":78}}""");

        line.Send(Masked(0x01, text[..9]));
        line.Send(Masked(0x89, "hi"u8.ToArray()));
        line.Send(Masked(0x00, text[9..]));
        line.Send(Masked(0x80, []));
        Pass(0);

        byte[] answer = line.Receive();
        CollectionAssert.AreEqual(new byte[] { 0x8A, 2, (byte)'h', (byte)'i' }, answer[..4], "a pong at once");
        Assert.AreEqual("""{"ok":true}""", Encoding.UTF8.GetString(answer[6..]));
        Assert.AreEqual(78, _device.Get("/api/channel/a/brightness").Json.GetProperty("value").GetInt32());
    }

    [TestMethod]
    [DataRow(0x80, 0, 1002, DisplayName = "a piece of nothing")]
    [DataRow(0x83, 2, 1002, DisplayName = "an unknown kind")]
    [DataRow(0x81, 1473, 1009, DisplayName = "a message that is too long")]
    public void Who_breaks_the_protocol_hears_the_reason_and_is_gone(int first, int length, int reason)
    {
        PeerLine line = Connect();
        line.Send(Masked(first, new byte[length]));
        Pass(0);

        CollectionAssert.AreEqual(new byte[] { 0x88, 2, (byte)(reason >> 8), (byte)reason }, line.Receive());
        Assert.IsTrue(line.IsClosedByBoard, "gone");
    }

    [TestMethod]
    public void Who_vanishes_is_noticed_within_ten_seconds_and_who_answers_stays()
    {
        PeerLine silent = Connect();
        PeerLine alive = Connect();
        for (int i = 0; i < 12; i++)
        {
            Pass(1000);
            if (alive.Receive().Length > 0)
            {
                alive.Send(Masked(0x8A, []));
            }
        }

        Pass(0);
        Assert.IsTrue(silent.IsClosedByBoard, "nobody is there");
        Assert.IsFalse(alive.IsClosedByBoard, "it answered");
    }

    [TestMethod]
    public void Who_takes_nothing_is_let_go_and_holds_nobody_up()
    {
        PeerLine stuck = Connect();
        PeerLine other = Connect();
        Say(stuck, """{"preview":20}""");
        Say(other, """{"preview":20}""");
        stuck.IsStuck = true;
        other.Receive();

        for (int i = 0; i < 30; i++)
        {
            Pass(50);
        }

        Assert.IsTrue(stuck.IsClosedByBoard, "let go");
        Assert.IsGreaterThan(20 * 500, other.Receive().Length, "the other one got its pictures");
    }

    [TestMethod]
    public void A_locked_device_takes_changes_from_whoever_sent_its_key()
    {
        _device.Post("/api/security", """{"key":"opensesame"}""");
        _device.Key = "opensesame";
        PeerLine line = Connect();
        StringAssert.Contains(Say(line, """{"a":{"brightness":79}}"""), "locked");
        StringAssert.Contains(Say(line, """{"key":"closed"}"""), "wrong key");
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"preview":1}"""), "looking is free");
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"key":"opensesame"}"""));

        Assert.AreEqual("""{"ok":true}""", Say(line, """{"a":{"brightness":79}}"""));
        PeerLine other = Connect();
        StringAssert.Contains(Say(other, """{"a":{"brightness":80}}"""), "locked");
        Assert.AreEqual("""{"ok":true}""", Say(other, """{"key":"opensesame"}"""));
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"a":{"brightness":81}}"""), "another's key takes nobody's away");
    }
}
