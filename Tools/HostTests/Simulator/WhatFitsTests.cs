using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;
using NanoFirmware.Simulator.Bench;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>What fits on a board, as it is reckoned for people, beside what the model found.</summary>
[TestClass]
public class WhatFitsTests
{
    private const int Microphone = 0;
    private const int Network = 1;
    private const int WithoutPsram = 0;

    private static readonly int Aurora = Array.IndexOf(WhatFits.Patterns, "aurora");
    private static readonly int Blaze = Array.IndexOf(WhatFits.Patterns, "blaze");

    [TestMethod]
    [DataRow(180, 26.0 + 25.9, 1.5)]
    [DataRow(300, 26.0 + 35.3, 0.6)]
    [DataRow(384, 26.0 + 40.7, 0.6)]
    public void The_dearest_pair_takes_what_the_model_found(int leds, double us, double within)
    {
        Fit fit = WhatFits.Reckon(WithoutPsram, Microphone, (leds, Aurora), (leds, Aurora));

        Assert.AreEqual(us, fit.Us, within);
    }

    [TestMethod]
    public void What_is_too_dear_gets_the_frames_that_the_model_found()
    {
        Fit line = WhatFits.Reckon(WithoutPsram, Microphone, (384, Aurora), (384, Aurora));
        Fit grid = WhatFits.Reckon(WithoutPsram, Microphone, (300, Blaze), (300, Blaze));

        Assert.AreEqual(60, line.FpsA, "the model has 60 with every pair on lines");
        Assert.IsTrue(grid.FpsA is >= 51 and <= 54, $"{grid.FpsA}: the model has 52 with two of them");
    }

    [TestMethod]
    [DataRow(60, 70032)]
    [DataRow(180, 73632)]
    [DataRow(300, 77472)]
    [DataRow(384, 79992)]
    public void The_heap_is_what_the_model_found(int leds, int bytes)
    {
        Fit fit = WhatFits.Reckon(WithoutPsram, Microphone, (leds, Aurora), (leds, Aurora));

        Assert.AreEqual(bytes / 1024.0, fit.TakenKb, 1);
    }

    [TestMethod]
    public void Long_strips_get_half_and_what_is_too_long_is_said()
    {
        Fit fit = WhatFits.Reckon(WithoutPsram, Network, (600, Aurora), (168, Aurora));

        Assert.AreEqual(30, fit.FpsA);
        Assert.IsTrue(fit.IsPossible, "600 and 168 are allowed");
        Assert.IsFalse(WhatFits.Reckon(WithoutPsram, Microphone, (601, Aurora), (0, Aurora)).IsPossible, "one too long");
        Assert.IsFalse(WhatFits.Reckon(WithoutPsram, Microphone, (400, Aurora), (400, Aurora)).IsPossible, "together");
    }

    [TestMethod]
    public void The_table_in_the_docs_is_this_one()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root(), "docs/performance.md"));

        StringAssert.Contains(
            page, string.Join('\n', WhatFits.Table()), "dotnet run --project Tools/Bench -- fits --docs docs/performance.md");
    }
}
