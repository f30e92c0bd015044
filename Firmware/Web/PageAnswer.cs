using System;
using NanoFirmware.Site;

namespace NanoFirmware.Web;

/// <summary>
/// The phone page, or the jam's, as it lies in flash: compressed, which every browser unpacks. A piece is in memory while it is
/// sent.
/// </summary>
internal sealed class PageAnswer : LongAnswer
{
    private readonly bool _isJam;
    private int _next;

    /// <param name="isJam">Which of the two.</param>
    public PageAnswer(bool isJam) => _isJam = isJam;

    /// <summary>Another one for every other page.</summary>
    public string Tag => _isJam ? JamPage.Tag : Page.Tag;

    public override int Length => _isJam ? JamPage.Length : Page.Length;

    public override bool WriteNext(Reply reply)
    {
        // Decoded by the runtime: a loop of our own would take a tenth of a second for the whole.
        reply.Raw(Convert.FromBase64String(Piece()));
        _next++;
        return Piece() != null;
    }

    private string Piece() => _isJam ? JamPage.Piece(_next) : Page.Piece(_next);
}
