using NanoFirmware.Web;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Web;

[TestClass]
public class RequestTests
{
    [TestMethod]
    public void A_path_comes_in_pieces_without_its_query()
    {
        var request = new Request();
        request.Begin("GET", "/api/channel/A/Brightness?x=1/2");

        Assert.AreEqual(4, request.SegmentCount);
        Assert.AreEqual("api", request.Segment(0));
        Assert.AreEqual("a", request.Segment(2));
        Assert.AreEqual("brightness", request.Segment(3));
        Assert.IsNull(request.Segment(4));
    }

    [TestMethod]
    public void The_root_has_no_pieces()
    {
        var request = new Request();
        request.Begin("GET", "/");

        Assert.AreEqual(0, request.SegmentCount);
        Assert.IsNull(request.Segment(0));
    }

    [TestMethod]
    public void A_slash_at_the_end_does_not_count()
    {
        var request = new Request();
        request.Begin("GET", "/api/status/");

        Assert.AreEqual(2, request.SegmentCount);
    }

    [TestMethod]
    public void Two_slashes_mean_no_more_than_one_and_what_is_coded_is_decoded()
    {
        var request = new Request();
        request.Begin("GET", "//api//ch%61nnel/%2e%2E?f%69elds=a%2Cb&bad=%zz%4");

        Assert.AreEqual(3, request.SegmentCount);
        Assert.AreEqual("channel", request.Segment(1));
        Assert.AreEqual("..", request.Segment(2));
        Assert.AreEqual(2, request.Fields.Length);
        Assert.AreEqual("b", request.Fields[1]);
        Assert.AreEqual("%zz%4", request.Parameter("bad"));
    }

    [TestMethod]
    public void A_reused_request_remembers_nothing()
    {
        var request = new Request { BodyLength = 5, BodyTooLong = true };
        request.Begin("POST", "/api");

        Assert.AreEqual(0, request.BodyLength);
        Assert.IsFalse(request.BodyTooLong, "the last request's body still counts as too long");
        Assert.IsTrue(request.IsWrite, "the method of the new request was not taken");
    }
}
