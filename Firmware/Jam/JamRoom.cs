using System;
using NanoFirmware.Network;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Jam;

/// <summary>
/// A jam's way to a room beyond this network, by whatever carries the device's far room: a broker. It takes the packets of UDP
/// as they are.
/// </summary>
internal sealed class JamRoom : FarRoom
{
    private readonly JamSession _session;
    private readonly byte[] _packet = new byte[JamFeed.MostBytes];
    private JamFeed _feed;
    private byte[] _waiting;

    /// <param name="session">The jam.</param>
    /// <param name="name">The room's six characters.</param>
    public JamRoom(JamSession session, string name)
    {
        _session = session;
        Name = name;
        Topic = "jam/" + name;
    }

    /// <summary>The room's six characters.</summary>
    public readonly string Name;

    /// <inheritdoc/>
    public override string Topic { get; }

    /// <inheritdoc/>
    public override void Joined()
    {
        int nowMs = (int)(NowUs / 1000);
        if (_feed != null)
        {
            // What was done meanwhile is in the log still; the digest tells whether others did something too.
            _feed.MeetStranger();
            _feed.Edited(true, nowMs);
            return;
        }

        _feed = _session.Open(isLeaf: false);
        if (_feed != null)
        {
            _feed.Begin(nowMs, 0);
        }
    }

    /// <inheritdoc/>
    public override byte[] Next()
    {
        long nowUs = NowUs;
        _session.Tick(nowUs);
        int length = _waiting != null || _feed == null ? 0 : _feed.Fill(_packet, 0, _packet.Length, nowUs);
        if (length > 0)
        {
            _waiting = new byte[length];
            Array.Copy(_packet, 0, _waiting, 0, length);
        }

        return _waiting;
    }

    /// <inheritdoc/>
    public override void Carried() => _waiting = null;

    /// <inheritdoc/>
    public override void Hear(byte[] message)
    {
        if (_feed != null)
        {
            _session.Receive(_feed, message, 0, message.Length, NowUs);
        }
    }

    /// <summary>The room was left.</summary>
    public void Leave()
    {
        if (_feed != null)
        {
            _session.Close(_feed);
        }
    }

    private static long NowUs => (long)HighResTimer.GetCurrent();
}
