namespace NanoFirmware.Simulator;

/// <summary>
/// The user asked for something that cannot be done; the message is one sentence for the user, the exit code 2.
/// </summary>
public sealed class UsageException : Exception
{
    public UsageException()
        : base("The simulator cannot do that.")
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
