using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.ModelTests;

/// <summary>Whole frames, hops and answers beside what they took on the genuine interpreter.</summary>
[TestClass]
public sealed class FrameValidationTests
{
    [TestMethod]
    public void Every_measured_frame_hop_and_answer_is_met_within_8_percent()
    {
        ValidationRow[] rows = FrameValidation.Rows();

        Assert.AreEqual(33, rows.Length, "rows of nanoclr-frames.csv");
        foreach (ValidationRow row in rows)
        {
            Assert.IsTrue(Math.Abs(row.Error) <= FrameValidation.Limit,
                $"{row.Name}: {row.ModelledNs / 1000:0.00} µs modelled, {row.MeasuredNs / 1000:0.00} measured");
        }
    }
}
