namespace NanoHost.Rmt;

/// <summary>
/// The symbol memory of the four transmitters: a channel takes its own block and those of the channels after it.
/// </summary>
internal sealed class SymbolMemory
{
    /// <summary>Symbols in a block.</summary>
    public const int BlockSymbols = 48;

    private const int Blocks = 4;

    private readonly RmtTransmitter?[] _owners = new RmtTransmitter?[Blocks];

    /// <summary>Takes <paramref name="count"/> blocks in a row.</summary>
    /// <returns>False when there are none.</returns>
    public bool TryTake(RmtTransmitter owner, int count)
    {
        for (int first = 0; first + count <= Blocks; first++)
        {
            Span<RmtTransmitter?> blocks = _owners.AsSpan(first, count);
            if (blocks.ToArray().All(taken => taken == null))
            {
                blocks.Fill(owner);
                return true;
            }
        }

        return false;
    }

    public void Free(RmtTransmitter owner)
    {
        for (int i = 0; i < Blocks; i++)
        {
            _owners[i] = _owners[i] == owner ? null : _owners[i];
        }
    }

    /// <summary>Who has what, in words.</summary>
    public override string ToString() =>
        string.Join(", ", _owners.Select((owner, i) => $"block {i} {(owner == null ? "free" : $"GPIO {owner.Pin}")}"));
}
