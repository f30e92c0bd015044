namespace NanoFirmware.Shows;

/// <summary>
/// Invaders march over the panels and come down row by row; a panel that is pressed calls the cannon, which fires all the time.
/// </summary>
/// <param name="panels">How many.</param>
/// <param name="size">Pixels of each, both ways.</param>
public sealed class Invaders(int panels, int size)
    : PanelGame(new PanelPictures(panels, size, "000000", "00FF40", "FF2000", "FFFFFF"), 15)
{
    private const int Pitch = 6;
    private const int FramesAStep = 4;

    private static readonly string[] Invader = ["# #", "###", "# #"];

    private readonly List<int> _invaders = [];
    private int _left;
    private int _top;
    private int _step = 1;
    private int _frame;
    private int _cannon = size / 2;
    private int _wanted = size / 2;
    private int _shot = -1;
    private int _shotRow;
    private int _waves;
    private string? _news;

    /// <summary>How many were hit.</summary>
    public int Score { get; private set; }

    /// <summary>How many are left of this wave.</summary>
    public int Left => _invaders.Count;

    /// <inheritdoc/>
    public override string? News => _news;

    /// <inheritdoc/>
    public override void Advance(int[] presses)
    {
        _news = null;
        if (_invaders.Count == 0)
        {
            BeginWave();
        }

        int called = Array.FindIndex(presses, count => count > 0);
        _wanted = called < 0 ? _wanted : (called * size) + (size / 2);
        _cannon += Math.Clamp(_wanted - _cannon, -2, 2);
        Shoot();
        _frame++;
        if (_frame % FramesAStep == 0)
        {
            March();
        }

        Draw();
    }

    private void BeginWave()
    {
        _waves++;
        _left = 0;
        _top = 0;
        _step = 1;
        _invaders.AddRange(Enumerable.Range(0, Math.Max(1, Pictures.Width / Pitch / 2)).Select(i => i * Pitch));
        _news = $"wave {_waves}";
    }

    private void March()
    {
        _left += _step;
        int rightmost = _left + _invaders.DefaultIfEmpty().Max() + Invader[0].Length;
        if (rightmost >= Pictures.Width || _left + _invaders.DefaultIfEmpty().Min() <= 0)
        {
            _step = -_step;
            _top++;
        }

        if (_top + Invader.Length >= size)
        {
            _news = $"they have landed: {Score} were hit";
            Score = 0;
            _invaders.Clear();
        }
    }

    private void Shoot()
    {
        if (_shot < 0 || _shotRow < 0)
        {
            _shot = _cannon;
            _shotRow = size - 2;
            return;
        }

        _shotRow--;
        int hit = _invaders.FindIndex(
            at => _shot >= _left + at && _shot < _left + at + Invader[0].Length && _shotRow < _top + Invader.Length);
        if (hit >= 0)
        {
            _invaders.RemoveAt(hit);
            Score++;
            _shot = -1;
        }
    }

    private void Draw()
    {
        Pictures.Clear();
        foreach (int at in _invaders)
        {
            Pictures.Draw(_left + at, _top, Invader, 1);
        }

        if (_shot >= 0)
        {
            Pictures.Set(_shot, _shotRow, 3);
        }

        Pictures.Draw(_cannon - 1, size - 1, ["###"], 2);
    }
}
