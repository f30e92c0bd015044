using NanoFirmware.Audio;
using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>/api/audio: the newest snapshot, and what can be set about the ears.</summary>
internal sealed class AudioController : Controller
{
    private readonly SnapshotReader _ears;
    private readonly AudioThread _thread;
    private readonly AudioControls _controls;

    /// <param name="ears">The reader of all that ask by the API.</param>
    /// <param name="thread">Who hears.</param>
    public AudioController(SnapshotReader ears, AudioThread thread)
    {
        _ears = ears;
        _thread = thread;
        _controls = thread.Controls;
    }

    private string Source
    {
        get
        {
            if (_thread.IsTold)
            {
                return "soundSync";
            }

            return _thread.Microphone == null ? "clock" : "microphone";
        }
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 3)
        {
            reply.NotFound("unknown path: a control has no parts");
        }
        else if (request.SegmentCount == 2 && request.IsRead)
        {
            WriteSnapshot(reply);
        }
        else
        {
            ControlsExchange.Handle(request, reply, _controls, request.Segment(2));
        }
    }

    private void WriteSnapshot(Reply reply)
    {
        // One reader serves all requests, one at a time.
        lock (_ears)
        {
            AudioSnapshot audio = _ears.Read();
            reply.BeginObject();
            reply.Field("sequence", audio.Sequence);
            reply.Field("source", Source);
            reply.Field("capturedUs", audio.CapturedUs);
            reply.Field("level", audio.Level);
            reply.TenthsField("levelDb", audio.LevelDb10);
            reply.TenthsField("peakDb", audio.PeakDb10);
            reply.Field("onsets", audio.Onsets);
            reply.Field("onsetStrength", audio.OnsetStrength);
            reply.Field("onsetKind", KindOf(audio.OnsetKind));
            reply.Field("beats", audio.Beats);
            reply.Field("beatPhase", audio.BeatPhase);
            reply.TenthsField("bpm", audio.Bpm10);
            reply.Field("confidence", audio.Confidence);
            reply.Field("bar", audio.Bar);
            reply.Field("barBeats", audio.BarBeats);
            reply.Field("barConfidence", audio.BarConfidence);
            reply.Field("gain", audio.Gain);
            WriteBands(reply, "bands", audio.Bands);
            WriteBands(reply, "peaks", audio.Peaks);
            reply.Name("controls");
            reply.BeginObject();
            ControlsDocument.WriteFields(reply, _controls);
            reply.EndObject();
            reply.EndObject();
        }
    }

    private static string KindOf(OnsetKind kind)
    {
        switch (kind)
        {
            case OnsetKind.Kick:
                return "kick";
            case OnsetKind.Snare:
                return "snare";
            case OnsetKind.Hat:
                return "hat";
            default:
                return "none";
        }
    }

    private static void WriteBands(Reply reply, string name, byte[] bands)
    {
        reply.Name(name);
        reply.BeginArray();
        for (int i = 0; i < bands.Length; i++)
        {
            reply.Value(bands[i]);
        }

        reply.EndArray();
    }
}
