namespace NanoFirmware.Generator;

/// <summary>What a new pattern begins as: it builds, draws something to music, is dark in silence, and is tested.</summary>
internal static class PatternTemplate
{
    private const string Line = """
        using NanoFirmware.Audio;

        namespace NanoFirmware.Rendering.Patterns;

        /// <summary>A bar from the middle, as wide as the bass is loud; each beat takes the next colour.</summary>
        public sealed class CLASS : Pattern
        {
            // The width in 8.8 fixed point: at the slowest fall a step per millisecond stays whole.
            private const int Full = 255 << 8;

            private int _width;
            private int _colour;

            public override string Name => "NAME";

            public override string Description => "A bar from the middle, as wide as the bass is loud";

            public override string Parameters => "fall 10 255 90, step 0 255 61";

            public override void Reset()
            {
                _width = 0;
                _colour = 0;
            }

            public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
            {
                if (IsHit(audio))
                {
                    _colour = (_colour + Settings[1]) & 255;
                }

                _width -= 2 * Settings[0] * elapsedMs;
                int bass = Bass(audio) << 8;
                _width = _width < bass ? bass : _width;

                int lit = canvas.Length * _width / Full;
                canvas.Clear();
                canvas.Fill((canvas.Length - lit) / 2, lit, _colour, 255);
            }
        }

        """;

    private const string Grid = """
        using NanoFirmware.Audio;

        namespace NanoFirmware.Rendering.Grids;

        /// <summary>Each beat sends the next colour out from the middle, and the dark follows it.</summary>
        public sealed class CLASS : FieldPattern
        {
            private const int Gone = Phases << 1;
            private const int Lit = 0;
            private const int Dark = 1;

            private readonly Shades _shades = new Shades(2);

            // How far the colour has come, in 8.8 fixed point.
            private int _front;
            private int _colour;
            private bool _isChained;

            public override string Name => "NAME";

            public override string Description => "Each beat sends the next colour out from the middle";

            public override string Parameters => "pace 60 255 160, step 0 255 61, width 8 80 48";

            public override void Reset()
            {
                base.Reset();
                _isChained = false;
                _front = Gone << 8;
                _colour = 0;
                _shades.Forget();
            }

            public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
            {
                _isChained = _isChained || Chain(canvas);
                bool isNext = IsHit(audio) && _isChained && (_front >> 8) >= Phases + Settings[2];
                if (isNext)
                {
                    _front = 0;
                    _colour += Settings[1];
                }

                if (isNext || _shades.AreOld(canvas))
                {
                    _shades.Set(Lit, canvas, _colour, 255);
                    _shades.Set(Dark, canvas, _colour, 0);
                }

                Run(canvas, elapsedMs);
            }

            // Wide enough that the corners are within it.
            protected override int PhaseOf(int across, int down)
            {
                int phase = Distance(across, down) * 5 / 8;
                return phase < Phases ? phase : Phases - 1;
            }

            // Only the pixels that the two edges have come to are stored.
            private void Run(Canvas canvas, int elapsedMs)
            {
                int old = _front >> 8;
                if (old >= Phases + Settings[2])
                {
                    return;
                }

                _front += Settings[0] * elapsedMs / 4;
                int front = _front >> 8;
                for (int phase = old; phase < front; phase++)
                {
                    PaintPhase(canvas, phase, Lit);
                    PaintPhase(canvas, phase - Settings[2], Dark);
                }
            }

            private void PaintPhase(Canvas canvas, int phase, int shade)
            {
                if (phase >= 0 && phase < Phases)
                {
                    Paint(canvas, phase, _shades.Grb, shade, 0);
                }
            }
        }

        """;

    private const string Test = """
        using Microsoft.VisualStudio.TestTools.UnitTesting;
        using NanoFirmware.HostTests.Firmware;

        namespace NanoFirmware.HostTests.Rendering;

        [TestClass]
        public sealed class CLASSTests
        {
            [TestMethod]
            public void Music_lights_it_and_in_silence_it_goes_dark()
            {
                using var device = new WiredDevice();
        LAYOUT        Assert.AreEqual(200, device.Post("/api/channel/a", "{\"pattern\":\"NAME\",\"fade\":0}").Status, "it is chosen");
                device.Heard.Bands.AsSpan().Fill(200);
                device.Heard.Onset = true;
                device.Settle();
                Assert.IsTrue(device.LightA.Any(part => part > 0), "music does not light it");

                device.Heard.Bands.AsSpan().Clear();
                device.Heard.Onset = false;
                for (int frame = 0; frame < 300; frame++)
                {
                    device.Frame();
                }

                Assert.IsTrue(device.LightA.All(part => part == 0), "it is lit in silence");
            }
        }

        """;

    private const string GridLayout = """
                string grid = "{\"kind\":\"grid\",\"width\":15,\"height\":12}";
                Assert.AreEqual(200, device.Post("/api/channel/a/layout", grid).Status, "it hangs as a grid");

        """;

    /// <summary>The pattern's own file.</summary>
    internal static string Source(string name, string className, bool isGrid) => Fill(isGrid ? Grid : Line, name, className);

    /// <summary>Its test's.</summary>
    internal static string TestOf(string name, string className, bool isGrid) =>
        Fill(Test, name, className).Replace("LAYOUT", isGrid ? GridLayout : "", StringComparison.Ordinal);

    private static string Fill(string template, string name, string className) =>
        template.Replace("CLASS", className, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal);
}
