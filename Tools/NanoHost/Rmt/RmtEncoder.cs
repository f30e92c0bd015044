using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>The steps of a transmitter's encoder and the arrays they are bound to.</summary>
internal sealed class RmtEncoder
{
    private byte[] _symbols = Array.Empty<byte>();

    public RmtEncoder(EncoderSettings[] steps)
    {
        if (steps.Length == 0)
        {
            throw new ArgumentException("A transmitter needs at least one encoder step.");
        }

        Steps = Array.ConvertAll(steps, step => new EncoderStep(step));
    }

    public EncoderStep[] Steps { get; }

    /// <summary>An array of its steps lies elsewhere since it was given to them.</summary>
    public bool IsStale { get; private set; }

    public void MoveArrays()
    {
        foreach (EncoderStep step in Steps)
        {
            IsStale |= step.Move();
        }
    }

    /// <summary>True when the only step is a copy encoder without symbols of its own.</summary>
    public bool TakesSymbols => Steps.Length == 1 && Steps[0].IsCopy && !Steps[0].IsFixed;

    /// <summary>
    /// Gives data to the steps that have none yet; those that have keep theirs. So the driver does, and an array that is replaced
    /// between two sends is never looked at.
    /// </summary>
    /// <returns>How many arrays were ignored.</returns>
    public int Bind(EncoderData[] data)
    {
        int next = 0;
        foreach (EncoderStep step in Steps)
        {
            if (step.Data == null && next < data.Length)
            {
                EncoderData given = data[next++];
                ArgumentNullException.ThrowIfNull(given.Data);
                step.Bind(given.Data, given.Data.Length, given.Loop);
            }
        }

        int ignored = 0;
        foreach (EncoderData given in data)
        {
            ignored += IsBound(given.Data) ? 0 : 1;
        }

        return ignored;
    }

    /// <summary>Copies symbols and binds the only step to the copy.</summary>
    public void BindCopy(byte[] symbols)
    {
        if (_symbols.Length < symbols.Length)
        {
            _symbols = new byte[symbols.Length];
        }

        symbols.CopyTo(_symbols, 0);
        Steps[0].Bind(_symbols, symbols.Length, 1);
    }

    private bool IsBound(byte[] data)
    {
        foreach (EncoderStep step in Steps)
        {
            if (step.Data == data)
            {
                return true;
            }
        }

        return false;
    }
}
