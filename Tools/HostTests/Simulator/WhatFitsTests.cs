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

    private static readonly int Tiles = Array.IndexOf(WhatFits.Patterns, "tiles");
    private static readonly int Blaze = Array.IndexOf(WhatFits.Patterns, "blaze");

    [TestMethod]
    [DataRow(180, 60.3, 1.5)]
    [DataRow(300, 27.6 + 40.8, 0.6)]
    [DataRow(384, 27.6 + 46.1, 0.6)]
    public void The_dearest_pair_takes_what_the_model_found(int leds, double us, double within)
    {
        Fit fit = WhatFits.Reckon(WithoutPsram, Microphone, (leds, Tiles), (leds, Tiles));

        Assert.AreEqual(us, fit.Us, within);
    }

    [TestMethod]
    public void What_is_too_dear_gets_the_frames_that_the_model_found()
    {
        Fit line = WhatFits.Reckon(WithoutPsram, Microphone, (384, Tiles), (384, Tiles));
        Fit grid = WhatFits.Reckon(WithoutPsram, Microphone, (300, Blaze), (300, Blaze + 1));

        Assert.IsTrue(line.FpsA is >= 55 and <= 59, $"{line.FpsA}: the model has 57 to 59");
        Assert.IsTrue(grid.FpsA is >= 51 and <= 60, $"{grid.FpsA}: the model has 51 to 58 beside another dear one");
    }

    [TestMethod]
    [DataRow(60, 70032)]
    [DataRow(180, 73632)]
    [DataRow(300, 77472)]
    [DataRow(384, 79992)]
    public void The_heap_is_what_the_model_found(int leds, int bytes)
    {
        Fit fit = WhatFits.Reckon(WithoutPsram, Microphone, (leds, Tiles), (leds, Tiles));

        Assert.AreEqual(bytes / 1024.0, fit.TakenKb, 1);
    }

    [TestMethod]
    public void Long_strips_get_half_and_what_is_too_long_is_said()
    {
        Fit fit = WhatFits.Reckon(WithoutPsram, Network, (600, Tiles), (168, Tiles));

        Assert.AreEqual(30, fit.FpsA);
        Assert.IsTrue(fit.IsPossible, "600 and 168 are allowed");
        Assert.IsFalse(WhatFits.Reckon(WithoutPsram, Microphone, (601, Tiles), (0, Tiles)).IsPossible, "one too long");
        Assert.IsFalse(WhatFits.Reckon(WithoutPsram, Microphone, (400, Tiles), (400, Tiles)).IsPossible, "together");
    }

    [TestMethod]
    public void The_table_in_the_docs_is_this_one()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root(), "docs/performance.md"));

        StringAssert.Contains(
            page, string.Join('\n', WhatFits.Table()), "dotnet run --project Tools/Bench -- fits --docs docs/performance.md");
    }
}
