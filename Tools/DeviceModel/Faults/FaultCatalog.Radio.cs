using System.Net;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private static IEnumerable<Fault> Radio() =>
    [
        new("dead listener on a station",
            "it would be bound to that network alone and the device could not call itself: bound to all, it is back within a "
                + "second",
            "Web.WebFront::Reopen", 10,
            stage => stage.At(StrikeS, () => stage.Web.FailAccepts(6)),
            v =>
            {
                v.BothStrips();
                BackWithin(v, 1);
                v.LogSays("the web server did not answer");
            })
        { Radio = true, Clients = Impatient },
        new("unreachable home network beside a phone",
            "it is looked for for half a minute, then left alone, and the hotspot hears every request",
            "Network.Station::LeaveAlone", 52,
            stage => stage.Board.Network.Vanish(),
            v =>
            {
                v.BothStrips();
                v.Check(v.Last.Unaccepted > 5, $"{v.Last.Unaccepted} requests unheard: the network was not looked for at all");
                WebAnswer[] after = [.. v.Last.Answers.Where(a => a.AskedUs > 36e6 && a.Path == "/api/status")];
                v.Note("heard from second 36 on", after.Length, "of 16");
                v.Check(after.Length == 16, $"{16 - after.Length} requests were not heard from second 36 on");
            })
        { Radio = true },
        new("hotspot without address",
            "it is tried again for ever: once it has one phones are answered",
            "Network.Hotspot::Look", 88,
            stage =>
            {
                Lack(stage, true);
                stage.At(50, () => Lack(stage, false));
                for (int second = 66; second < 84; second += 2)
                {
                    stage.At(
                        second,
                        () => stage.Board.Network.Datagrams.Deliver(
                            53, NameQuery, new IPEndPoint(IPAddress.Parse("192.168.4.20"), 40123)));
                }
            },
            v =>
            {
                v.BothStrips();
                v.LogSays("the hotspot failed");
                v.StatusSays("answering", "hotspot");
            })
        { Radio = true },
        new("broker whose name nobody knows",
            "the name is asked for by a query of the device's own, again and again: the strips do not notice",
            "Mqtt.NameQuery::IsAddress=true", 30,
            stage => stage.At(28, () => stage.Notes.Add("asked: " + Asked(stage))),
            v =>
            {
                v.BothStrips();
                v.GapBelow(0, 40, 2, 30);
                v.GapBelow(1, 40, 2, 30);
                string said = v.Last.Answers.LastOrDefault(answer => answer.Path == "/api/mqtt")?.Text ?? "nothing";
                v.Check(!v.Last.Notes.Contains("asked: 0"), "nobody was asked for the name: " + said);
                v.Answered("/api/mqtt", 200, 1);
            })
        {
            Clients = AskForBroker,
            Radio = true,
            Prepare = (folder, _) => StoredFile.Write(
                folder, "mqtt.1", """{"on":true,"host":"broker.example","user":"lights","password":"seven colours"}"""),
        },
    ];

    // Datagrams to a server of names.
    private static int Asked(FaultStage stage) => stage.Board.Network.Datagrams.Sent.Count(sent => sent.Peer.Port == 53);

    // A DNS query for the address of x.
    private static readonly byte[] NameQuery = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, (byte)'x', 0, 0, 1, 0, 1];

    private static void Lack(FaultStage stage, bool lacks)
    {
        stage.Board.Network.HotspotLacksAddress = lacks;
        stage.Board.Network.Datagrams.Refuses = lacks;
    }
}
