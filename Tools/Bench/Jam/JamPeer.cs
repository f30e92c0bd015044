using System.Buffers;
using MQTTnet;
using NanoFirmware.Documents;
using NanoFirmware.Jam;

namespace NanoFirmware.Bench.Jam;

/// <summary>One who plays along in a room: the firmware's own jam, at a broker.</summary>
internal sealed class JamPeer : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly byte[] _packet = new byte[JamFeed.MostBytes];
    private readonly JsonWriter _text = new(1024);
    private readonly string _topic;
    private JamFeed? _feed;

    internal JamPeer(string room, int id, long nowUs)
    {
        _topic = "nano/jam/" + room;
        Session = new JamSession(id, $"person {id}", nowUs);
        Session.Join(room, nowUs);
    }

    internal JamSession Session { get; }

    /// <summary>Payloads that it sent.</summary>
    internal long Bytes { get; private set; }

    internal long Packets { get; private set; }

    /// <summary>What its edits would have been in JSON.</summary>
    internal long TextBytes { get; private set; }

    public void Dispose() => _client.Dispose();

    internal async Task ConnectAsync(int port, Func<long> nowUs, Action heard, CancellationToken stop)
    {
        _feed = Session.Open(isLeaf: false)!;
        _client.ApplicationMessageReceivedAsync += came =>
        {
            byte[] packet = came.ApplicationMessage.Payload.ToArray();
            Session.Receive(_feed, packet, 0, packet.Length, nowUs());
            heard();
            return Task.CompletedTask;
        };
        await _client.ConnectAsync(
            new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId(Guid.NewGuid().ToString("N")).Build(),
            stop);
        await _client.SubscribeAsync(
            new MqttClientSubscribeOptionsBuilder().WithTopicFilter(_topic).Build(), stop);
        _feed.Begin((int)(nowUs() / 1000), 0);
    }

    /// <summary>Sends what is due.</summary>
    internal async Task TellAsync(long nowUs, CancellationToken stop)
    {
        Session.Tick(nowUs);
        int length = _feed!.Fill(_packet, 0, _packet.Length, nowUs);
        if (length > 0)
        {
            Bytes += length;
            Packets++;
            await _client.PublishAsync(
                new MqttApplicationMessageBuilder().WithTopic(_topic).WithPayload(_packet[..length]).Build(), stop);
        }
    }

    /// <summary>Sets a step; its stamp.</summary>
    internal int Edit(int cell, int value, long nowUs)
    {
        var edits = new JamEdits();
        edits.Add(cell, value, 0, 0, 0);
        lock (Session.Gate)
        {
            Session.Do(edits, JamSession.Own, nowUs);
            _text.Clear();
            JamWriter.WriteEntry(_text, Session, Session.Log.Count - 1);
            TextBytes += _text.Length;
            return Session.State.Stamps[cell];
        }
    }
}
