using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Web;
using NanoFirmware.Network;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private const string BrightnessPath = "/api/global/brightness";

    private static IEnumerable<Fault> Clients() =>
    [
        new("half-sent body", "its client hears 408 after three seconds and holds no place any longer; all others are served",
            "Web.BodyReader::Wait", 12, _ => { },
            v =>
            {
                v.BothStrips();
                v.Answered(BrightnessPath, 408, 3);
                AnsweredAfter(v, BrightnessPath, 2.9, 4.5);
                v.Served(a => a.Path != BrightnessPath);
            })
        { Clients = _ => Enumerable.Range(0, 3).Select(i => Set(2 + (i * 2), 1) with { BodySentBytes = 5 }) },
        new("dripping body", "a byte each half second does not hold a place for longer than three seconds: 408",
            "Web.Deadline::get_LeftMs=3000", 14, _ => { },
            v =>
            {
                v.BothStrips();
                v.Answered(BrightnessPath, 408, 1);
                AnsweredAfter(v, BrightnessPath, 2.9, 4);
            })
        { Clients = _ => [Set(2, 1) with { BodyEveryUs = 500_000 }] },
        new("clients that abort in the answer", "twenty of them cost nobody a socket, a thread or a place",
            "Web.WebFront::OnRequest=uncaught", 12, _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("0", "health", "webRestarts");
                v.Served(a => a.Path == "/api/status");
            })
        { Clients = _ => Enumerable.Range(0, 20).Select(
            i => WebRequest.Curl(2 + (i * 0.3), "/api/global") with { Aborts = true }) },
        new("clients that never read their answer", "they are given up after three seconds, all others are served",
            "Web.AnswerSender::SendBody:set_WriteTimeout", 14, _ => { },
            v =>
            {
                v.BothStrips();
                v.Served(a => a.Path == "/api/status");
            })
        { Clients = _ => Enumerable.Range(0, 2).Select(i => WebRequest.Curl(3 + (i * 4), "/") with { ReadsBytes = 5760 }) },
        new("a request that throws inside the device", "it is answered 500, the next one as ever",
            "Web.RequestSlot::Serve=uncaught", 8,
            _ => FaultStage.Throw(Trips.Request, StrikeS, 1),
            v =>
            {
                v.BothStrips();
                v.Check(v.Last.Answers.Count(a => a.Status == 500) == 1, "nobody was answered 500");
                v.Served(a => a.Status != 500);
            }),
        new("a request that hangs inside the device", "its place is lost, the other one serves everybody",
            "Web.Admission::Second", 12,
            _ => FaultStage.Hang(Trips.Request, StrikeS),
            v =>
            {
                v.BothStrips();
                v.Check(v.Last.Answers.All(a => a.Status == 200), "somebody was refused");
            }),
        new("somebody who guesses the key", "from the third wrong one on he waits, longer each time, and changes nothing",
            "Storage.KeyLock::Refuses=undecided", 12, _ => { },
            v =>
            {
                v.BothStrips();
                v.Answers(BrightnessPath, 401, 3);
                v.Answers(BrightnessPath, 429, 5);
                v.Reads("/api/global", "brightness", 255);
            })
        {
            Clients = _ => Enumerable.Range(0, 8).Select(i => Set(3 + (i * 0.1), 1) with { Key = "guess " + i })
                .Prepend(SetKey(2)).Append(WebRequest.Curl(8, "/api/global")),
        },
        new("another site's page changes something through a visitor's browser", "refused with 403, nothing is changed",
            "Web.OriginGuard::Allows/1=true", 8, _ => { },
            v =>
            {
                v.BothStrips();
                v.Answered(BrightnessPath, 403, 1);
                v.Reads("/api/global", "brightness", 255);
            })
        { Clients = _ => [Set(3, 1) with { Origin = "http://elsewhere.example" }, WebRequest.Curl(5, "/api/global")] },
        new("another site's name that leads to the device", "whoever comes by it is sent to the address and reads nothing",
            "Web.OriginGuard::IsOwn=true", 8, _ => { },
            v =>
            {
                v.BothStrips();
                v.Answered("/api/global", 302, 1);
            })
        { Clients = _ => [WebRequest.Curl(3, "/api/global") with { Host = "elsewhere.example" }] },
        new("all addresses of the hotspot are taken",
            "the newest guest gets the place of an offer that nobody took, never that of a phone",
            "Network.LeaseTable::RankOf", 6,
            stage => stage.Run(3, () => FillHotspot(stage)),
            v =>
            {
                v.BothStrips();
                v.Check(v.Last.Notes.Contains("the newest guest has an address of its own"), "the newest guest has none");
                v.Check(v.Last.Notes.Contains("phones: 15"), "the phones are not 15: " + string.Join(", ", v.Last.Notes));
            }),
    ];

    private static void AnsweredAfter(Verdict v, string path, double leastS, double mostS)
    {
        foreach (WebAnswer answer in v.Last.Answers.Where(a => a.Path == path))
        {
            double seconds = (answer.AnsweredUs - answer.AskedUs) / 1e6;
            v.Check(seconds >= leastS && seconds <= mostS, $"the answer came after {seconds:0.0} s");
        }
    }

    // Fifteen phones a while ago, and one that was offered an address just now and never came back.
    private static void FillHotspot(FaultStage stage)
    {
        const int offeredS = LeaseTable.LeaseSeconds - 30;
        var leases = new LeaseTable();
        var given = new HashSet<int>();
        for (byte phone = 1; phone < LeaseTable.Capacity; phone++)
        {
            int host = leases.Offer(Mac(phone), 0, 0, 0);
            given.Add(leases.Claim(Mac(phone), 0, host, 0) ? host : 0);
        }

        leases.Offer(Mac(100), 0, 0, offeredS);
        int newest = leases.Offer(Mac(101), 0, 0, offeredS + 1);
        bool isOwn = leases.Claim(Mac(101), 0, newest, offeredS + 1) && !given.Contains(newest);
        stage.Notes.Add(isOwn ? "the newest guest has an address of its own" : "the newest guest has the address " + newest);
        stage.Notes.Add("phones: " + (leases.Count(offeredS + 1) - 1));
    }

    private static byte[] Mac(byte phone) => [2, 0, 0, 0, 0, phone];

    private static IEnumerable<WebRequest> AskForBroker(int life) => [WebRequest.Curl(27, "/api/mqtt")];
}
