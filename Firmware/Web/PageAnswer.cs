using System;
using NanoFirmware.Site;

namespace NanoFirmware.Web;

/// <summary>
/// The phone page, its words in German, or the jam's page, as it lies in flash: compressed, which every browser unpacks. A piece
/// is in memory while it is sent.
/// </summary>
internal sealed class PageAnswer : LongAnswer
{
    private const string German = "de";
    private const string OfJam = "jam";

    private readonly string _name;
    private int _next;

    /// <param name="name">What its path is.</param>
    public PageAnswer(string name) => _name = name;

    /// <summary>Whether there is something of that name beside the page itself.</summary>
    public static bool Is(string name) => name == OfJam || name == German;

    public string Type => _name == German ? "application/json" : "text/html; charset=utf-8";

    /// <summary>Another one for every other text.</summary>
    public string Tag
    {
        get
        {
            switch (_name)
            {
                case German:
                    return GermanText.Tag;
                case OfJam:
                    return JamPage.Tag;
                default:
                    return Page.Tag;
            }
        }
    }

    public override int Length
    {
        get
        {
            switch (_name)
            {
                case German:
                    return GermanText.Length;
                case OfJam:
                    return JamPage.Length;
                default:
                    return Page.Length;
            }
        }
    }

    public override bool WriteNext(Reply reply)
    {
        // Decoded by the runtime: a loop of our own would take a tenth of a second for the whole.
        reply.Raw(Convert.FromBase64String(Piece()));
        _next++;
        return Piece() != null;
    }

    private string Piece()
    {
        switch (_name)
        {
            case German:
                return GermanText.Piece(_next);
            case OfJam:
                return JamPage.Piece(_next);
            default:
                return Page.Piece(_next);
        }
    }
}
