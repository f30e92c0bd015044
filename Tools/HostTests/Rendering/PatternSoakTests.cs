using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>
/// Patterns that run for weeks: a counter that only rises or only falls is set to the end of int, and nothing is seen of it.
/// </summary>
[TestClass]
public sealed class PatternSoakTests
{
    private const int FrameMs = 17;
    private const int StepsBeforeTheEnd = 30;

    // Uneven, so that no turning phase looks like a steady drift.
    private static readonly int[] Looks = [61, 101, 167, 223, 311, 397, 523];

    public static IEnumerable<object[]> Patterns => PatternCatalog.Names.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Patterns))]
    public void Silence_stays_dark_at_the_ends_of_every_counter(string name)
    {
        Pattern pattern = Fresh(name);
        Canvas canvas = White(Board.StripLeds);
        Play(pattern, canvas, frames: 60, isLoud: true);
        foreach (Counter counter in Drifting(pattern, canvas, isLoud: false))
        {
            counter.GoToTheEnd();
            for (int frame = 0; frame < 4 * StepsBeforeTheEnd; frame++)
            {
                Play(pattern, canvas, frames: 1, isLoud: false);
                Assert.IsTrue(!pattern.Audio || canvas.Grb.All(part => part == 0), $"{name} lights up in silence, {counter}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Patterns))]
    public void Sound_is_shown_as_ever_at_the_ends_of_every_counter(string name)
    {
        foreach (bool wasLoud in new[] { false, true })
        {
            Pattern pattern = Fresh(name);
            Canvas canvas = White(Board.StripLeds);
            double usual = Play(pattern, canvas, frames: 600, isLoud: true);
            foreach (Counter counter in Drifting(pattern, canvas, wasLoud))
            {
                counter.GoToTheEnd();
                Play(pattern, canvas, frames: 2 * StepsBeforeTheEnd, wasLoud);
                double light = Play(pattern, canvas, frames: 600, isLoud: true);
                Assert.IsTrue(light >= usual / 3, $"{name} shows {light:0.0} instead of {usual:0.0}, {counter}");
            }
        }
    }

    [TestMethod]
    public void Lightning_stays_dark_through_hours_of_silence()
    {
        using var booth = new PatternBooth();
        booth.Choose(PatternBooth.Names.ToList().IndexOf("lightning"), 0);
        booth.Controls.Set("speed", 255);
        booth.Controls.Set("p2", 255);
        booth.Draw(new AudioSnapshot { Onset = true, OnsetStrength = 255 }, FrameMs);
        var silence = new AudioSnapshot();
        for (int frame = 0; frame < 12000; frame++)
        {
            // A quarter of a second each: 50 minutes.
            byte[] light = booth.Draw(silence, 250);
            Assert.IsTrue(frame < 4 || light.All(part => part == 0), $"lit after {frame / 240} minutes");
        }
    }

    internal static Canvas White(int pixels)
    {
        var palette = new Palette();
        palette.MakeGlows();
        palette.KeepGlows(true);
        byte[] keys = new byte[Palette.KeyBytes];
        Array.Fill(keys, (byte)255);
        palette.Begin(keys, 255);
        while (palette.Work())
        {
        }

        var canvas = new Canvas(palette, pixels);
        canvas.MakeNotes();
        return canvas;
    }

    internal static FieldInfo FieldOf(Pattern pattern, string name) =>
        pattern.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;

    internal static Pattern Fresh(string name)
    {
        int index = Array.IndexOf(PatternCatalog.Names, name);
        Pattern pattern = PatternCatalog.Create(index);
        for (int i = 0; i < Pattern.MaxParameters; i++)
        {
            pattern.Settings[i] = PatternCatalog.InitialParameters[(index * Pattern.MaxParameters) + i];
        }

        pattern.Reset();
        return pattern;
    }

    // The mean of all bytes. Loud: a steady tone in which bands swell in turn, a beat every half second.
    private static double Play(Pattern pattern, Canvas canvas, int frames, bool isLoud)
    {
        double sum = 0;
        var heard = new AudioSnapshot();
        for (int frame = 0; frame < frames; frame++)
        {
            heard.Level = isLoud ? 200 : 0;
            for (int band = 0; band < AudioSnapshot.BandCount; band++)
            {
                int loud = frame / 6 % 16 == band ? 255 : 120;
                heard.Bands[band] = (byte)(isLoud ? loud : 0);
            }

            heard.Onset = heard.Beat = isLoud && frame % 30 == 0;
            heard.OnsetStrength = heard.Onset ? 200 : 0;
            heard.Confidence = isLoud ? 200 : 0;
            pattern.Render(heard, FrameMs, canvas);
            sum += canvas.Grb.Average(part => (double)part);
        }

        return sum / frames;
    }

    // Plays on, and finds the ints that moved on by the same amount a frame all the time.
    private static List<Counter> Drifting(Pattern pattern, Canvas canvas, bool isLoud)
    {
        Play(pattern, canvas, frames: 1200, isLoud);
        List<Counter> all = Counters(pattern);
        long[][] seen = new long[Looks.Length + 1][];
        seen[0] = [.. all.Select(one => (long)one.Value)];
        for (int look = 0; look < Looks.Length; look++)
        {
            Play(pattern, canvas, Looks[look], isLoud);
            seen[look + 1] = [.. all.Select(one => (long)one.Value)];
        }

        return
        [
            .. all.Where(
                (one, i) => one.IsSteady(
                    [.. Looks.Select((frames, look) => (seen[look + 1][i] - seen[look][i]) / (double)frames)])),
        ];
    }

    private static List<Counter> Counters(Pattern pattern)
    {
        var counters = new List<Counter>();
        for (Type? type = pattern.GetType(); type != typeof(Pattern) && type != null; type = type.BaseType)
        {
            foreach (
                FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.FieldType == typeof(int))
                {
                    counters.Add(new Counter(pattern, field, -1));
                }
                else if (field.FieldType == typeof(int[]))
                {
                    counters.AddRange(
                        Enumerable.Range(
                            0, ((int[])field.GetValue(pattern)!).Length).Select(i => new Counter(pattern, field, i)));
                }
            }
        }

        return counters;
    }

    private sealed class Counter(Pattern pattern, FieldInfo counter, int index)
    {
        private double _perFrame;

        public int Value
        {
            get => index < 0 ? (int)counter.GetValue(pattern)! : ((int[])counter.GetValue(pattern)!)[index];
            private set
            {
                if (index < 0)
                {
                    counter.SetValue(pattern, value);
                }
                else
                {
                    ((int[])counter.GetValue(pattern)!)[index] = value;
                }
            }
        }

        public bool IsSteady(double[] rates)
        {
            _perFrame = rates.Average();
            return Math.Abs(_perFrame) > 0.01 && rates.All(rate => Math.Abs(rate - _perFrame) <= Math.Abs(_perFrame) / 3);
        }

        public void GoToTheEnd()
        {
            int left = (int)(Math.Abs(_perFrame) * StepsBeforeTheEnd) + 1;
            Value = _perFrame > 0 ? int.MaxValue - left : int.MinValue + left;
        }

        public override string ToString() => $"{counter.Name} at {Value}, {_perFrame:0.00} a frame";
    }
}
