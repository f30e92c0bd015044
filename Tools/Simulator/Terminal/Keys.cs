using NanoFirmware.Simulator.Sound;

namespace NanoFirmware.Simulator.Terminal;

/// <summary>The keys of a player: q quits, space holds the sound, n goes to the next song.</summary>
internal sealed class Keys
{
    private readonly Deck _deck;
    private readonly Action _quit;

    /// <param name="deck">What is played.</param>
    /// <param name="quit">Ends the run.</param>
    internal Keys(Deck deck, Action quit)
    {
        _deck = deck;
        _quit = quit;
    }

    /// <summary>Which there are, for the view.</summary>
    internal string Hint => $"q quits · space {(_deck.IsHeld ? "goes on" : "holds")}{(_deck.HasSongs ? " · n next song" : "")}";

    /// <summary>Listens to the keyboard, on a thread of its own, for as long as the program runs.</summary>
    internal void Listen()
    {
        if (!Console.IsInputRedirected)
        {
            new Thread(ReadKeyboard) { Name = "keys", IsBackground = true }.Start();
        }
    }

    /// <summary>Does what the key stands for; any other is nobody's.</summary>
    internal void Press(char key)
    {
        switch (char.ToLowerInvariant(key))
        {
            case 'q':
                _quit();
                break;
            case ' ':
                _deck.Hold();
                break;
            case 'n':
                _deck.Next();
                break;
        }
    }

    private void ReadKeyboard()
    {
        try
        {
            while (true)
            {
                Press(Console.ReadKey(intercept: true).KeyChar);
            }
        }
        catch (InvalidOperationException)
        {
            // The terminal is gone: there is nobody who could press one.
        }
    }
}
