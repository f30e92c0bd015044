using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <summary>A recording as lines of JSON.</summary>
internal sealed class JamTapeAnswer : LongAnswer
{
    private readonly JamTapeWriter _writer;

    public JamTapeAnswer(JamTape tape) => _writer = new JamTapeWriter(tape);

    /// <inheritdoc/>
    public override bool WriteNext(Reply reply) => _writer.WriteSome(reply);
}
