using NanoFirmware.Audio;

namespace NanoFirmware.Web;

/// <summary>/api/audio: the newest snapshot.</summary>
internal sealed class AudioController
{
    private readonly SnapshotReader _ears;

    public AudioController(SnapshotExchange exchange) => _ears = new SnapshotReader(exchange);

    public void Handle(Reply reply)
    {
        // One reader serves all requests, one at a time.
        lock (_ears)
        {
            AudioSnapshot audio = _ears.Read();
            reply.BeginObject();
            reply.Field("sequence", audio.Sequence);
            reply.Field("capturedUs", audio.CapturedUs);
            reply.Field("level", audio.Level);
            reply.TenthsField("levelDb", audio.LevelDb10);
            reply.Field("onsets", audio.Onsets);
            reply.Field("onsetStrength", audio.OnsetStrength);
            reply.Field("beats", audio.Beats);
            reply.Field("beatPhase", audio.BeatPhase);
            reply.TenthsField("bpm", audio.Bpm10);
            reply.Field("confidence", audio.Confidence);
            reply.Field("bar", audio.Bar);
            reply.Field("gain", audio.Gain);
            WriteBands(reply, "bands", audio.Bands);
            WriteBands(reply, "peaks", audio.Peaks);
            reply.EndObject();
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
