namespace NanoFirmware.Shows;

/// <summary>A mole looks out of a panel: it is hit when that one is pressed before it goes down, ever sooner.</summary>
/// <param name="panels">How many.</param>
/// <param name="size">Pixels of each, both ways.</param>
/// <param name="seed">Of the moles' choices.</param>
public sealed class WhackAMole(int panels, int size, int seed)
    : PanelGame(new PanelPictures(panels, size, "000000", "804000", "FFC080", "00FF00", "FF0000"), 20)
{
    private const int LongestFrames = 40;
    private const int ShortestFrames = 12;
    private const int ShownFrames = 6;

    private static readonly string[] Mole = [" #### ", "######", "# ## #", "######", "## ###", " #### "];

    private readonly Random _random = new(seed);
    private int _left;
    private int _shown;
    private string? _news;

    /// <summary>Where the mole is; −1 while it is nowhere.</summary>
    public int At { get; private set; } = -1;

    /// <summary>How many were hit.</summary>
    public int Hits { get; private set; }

    /// <summary>How many went down again.</summary>
    public int Misses { get; private set; }

    /// <inheritdoc/>
    public override string? News => _news;

    /// <inheritdoc/>
    public override void Advance(int[] presses)
    {
        _news = null;
        if (_shown > 0)
        {
            _shown--;
            return;
        }

        if (At < 0)
        {
            At = _random.Next(panels);
            _left = Math.Max(ShortestFrames, LongestFrames - Hits);
            Pictures.Clear();
            Pictures.Draw((At * size) + ((size - Mole[0].Length) / 2), (size - Mole.Length) / 2, Mole, 1);
            return;
        }

        _left--;
        if (presses[At] > 0)
        {
            Hits++;
            End(3);
        }
        else if (_left == 0)
        {
            Misses++;
            End(4);
        }
    }

    private void End(int colour)
    {
        Pictures.Draw(At * size, 0, [.. Enumerable.Repeat(new string('#', size), size)], colour);
        At = -1;
        _shown = ShownFrames;
        _news = $"{Hits} hit, {Misses} missed";
    }
}
