namespace NanoHost.Audio;

/// <summary>A source that cannot be played; the message is one sentence for the user.</summary>
public sealed class AudioSourceException : Exception
{
    public AudioSourceException()
        : base("The audio source cannot be played.")
    {
    }

    public AudioSourceException(string message)
        : base(message)
    {
    }

    public AudioSourceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
