using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Bench.Walks;

/// <summary>
/// A random walk over all controls of both channels and the master, in sound and silence, at full and half rate; only the flash
/// guard stays on. No frame may exceed a limit, no second may hold four flashes, silence without glow ends dark, and power off is
/// dark within two frames.
/// </summary>
internal sealed class ShowWalk : IDisposable
{
    private const int MostFramesPerStep = 12;
    private const int StepsPerPowerOff = 100;
    private const int StepsPerSilence = 250;

    // The slowest there is, a pile of bricks at least wear and speed, lasts 320 s; a pause is drawn as a quarter of a second at
    // most.
    private const int PauseHops = 15;
    private const int SilentFrames = 400 * 60 / PauseHops;
    private const int DarkFrames = 200;

    // A scaled byte is rounded down; the firmware rounds what a frame draws up to whole mA.
    private const int RoundingMa = 1;

    private readonly Random _random;
    private readonly TwinBooth _booth = new();
    private readonly SeededSound _sound;
    private readonly List<string> _problems = [];
    private int _step;
    private int _hops = 1;

    internal ShowWalk(int seed)
    {
        _random = new Random(seed);
        _sound = new SeededSound(_random);
        _sound.Choose();
    }

    internal int Frames { get; private set; }

    /// <summary>Walks; what went wrong, a sentence each.</summary>
    internal IReadOnlyList<string> Go(int steps)
    {
        for (_step = 1; _step <= steps; _step++)
        {
            try
            {
                Step();
            }
            catch (Exception fault)
            {
                _problems.Add($"step {_step}: {fault.GetType().Name}, {fault.Message}{fault.StackTrace?.Split('\n')[0]}");
            }
        }

        CheckFlashes("a", _booth.LightA);
        CheckFlashes("b", _booth.LightB);
        CheckFlashes("both", [.. _booth.LightA.Zip(_booth.LightB, (a, b) => (a + b) / 2)]);
        return _problems;
    }

    public void Dispose() => _booth.Dispose();

    private void Step()
    {
        Change();
        for (int frame = _random.Next(1, MostFramesPerStep + 1); frame > 0; frame--)
        {
            Draw(_hops);
        }

        if (_step % StepsPerPowerOff == 0)
        {
            SwitchOff();
        }

        if (_step % StepsPerSilence == 0)
        {
            FallSilent();
        }
    }

    private void Draw(int hops)
    {
        _sound.Sound(_booth.Heard);
        _booth.Frame(hops);
        Frames++;
        CheckSupply();
    }

    private void Change()
    {
        switch (_random.Next(12))
        {
            case 0:
                _sound.Choose();
                break;
            case 1:
                _hops = _random.Next(1, 3);
                break;
            case 2:
                byte[] stops = new byte[CustomPalette.MaxStops * 3];
                _random.NextBytes(stops);
                (_random.Next(2) == 0 ? _booth.A : _booth.B)
                    .Custom.Set(stops, _random.Next(CustomPalette.MinStops, CustomPalette.MaxStops + 1));
                break;
            case < 6:
                Shake(_booth.Master);
                break;
            case < 9:
                Shake(_booth.A.Controls);
                break;
            default:
                Shake(_booth.B.Controls);
                break;
        }
    }

    private void Shake(ControlSet controls)
    {
        int index = _random.Next(controls.Controls.Length);
        ControlSpec control = controls.Controls[index];
        if (control.Name is not "flash-guard")
        {
            controls.Set(index, _random.Next(control.Min, control.Max + 1));
        }
    }

    private void CheckSupply()
    {
        int[] master = _booth.Master.Values;
        double idleMa = master[MasterControls.IdleIndex] * Board.StripLeds / 1000.0;
        double perPart = master[MasterControls.ColourIndex] / 255000.0;
        double a = idleMa + (_booth.SumA * perPart);
        double b = idleMa + (_booth.SumB * perPart);
        CheckLimit("a", a, master[MasterControls.ChannelBudgetIndex], idleMa);
        CheckLimit("b", b, master[MasterControls.ChannelBudgetIndex], idleMa);
        CheckLimit("both", a + b, master[MasterControls.BoardBudgetIndex], 2 * idleMa);
    }

    // What LEDs draw in black nobody can limit.
    private void CheckLimit(string strip, double ma, int limitMa, double idleMa)
    {
        if (ma > Math.Max(limitMa, idleMa) + RoundingMa)
        {
            _problems.Add($"step {_step}: strip {strip} draws {ma:0} mA of {limitMa}");
        }
    }

    private void SwitchOff()
    {
        _booth.Master.Set("power", 0);
        Draw(_hops);
        Draw(_hops);
        if (!_booth.IsDark)
        {
            _problems.Add($"step {_step}: lit two frames after power off");
        }

        _booth.Master.Set("power", 1);
    }

    private void FallSilent()
    {
        foreach (Channel channel in new[] { _booth.A, _booth.B })
        {
            channel.Controls.Set("glow", 0);
            while (!PatternCatalog.Create(channel.Controls.Pattern).Audio)
            {
                channel.Controls.Set("pattern", _random.Next(PatternCatalog.Count));
            }
        }

        _sound.Hush();
        int dark = 0;
        for (int frame = 0; frame < SilentFrames && dark < DarkFrames; frame++)
        {
            Draw(PauseHops);
            dark = _booth.IsDark ? dark + 1 : 0;
        }

        if (dark == 0)
        {
            _problems.Add($"step {_step}: lit after minutes of silence, {PatternOf(_booth.A)} and {PatternOf(_booth.B)}");
        }

        _sound.Choose();
    }

    private static string PatternOf(Channel channel) => PatternCatalog.Names[channel.Controls.Pattern];

    private void CheckFlashes(string strip, List<double> light)
    {
        int at = FlashCount.FirstTooMany(light);
        if (at >= 0)
        {
            _problems.Add($"frame {at}: strip {strip} flashes four times in a second");
        }
    }
}
