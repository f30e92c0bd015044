namespace NanoFirmware.Web;

/// <summary>
/// Which pictures of a client are left out, since a whole newer one has come behind them: who is drawn for would else see each of
/// them as late as all before it together.
/// </summary>
internal sealed class OvertakenPictures
{
    // Whoever floods us is shown all the same.
    private const int MostInTurn = 5;

    private int _bytes;
    private int _wholeBytes;
    private int _inTurn;
    private bool _isLeftOut;

    /// <summary>Looks at the next message of pixels; true when it is left out, as all of its picture is.</summary>
    /// <param name="isLast">It ends its picture.</param>
    /// <param name="bytes">Its length on the line.</param>
    /// <param name="come">Bytes that have come, from its first one on.</param>
    public bool IsLeftOut(bool isLast, int bytes, int come)
    {
        if (_bytes == 0)
        {
            _isLeftOut = _wholeBytes > 0 && come >= 2 * _wholeBytes && _inTurn < MostInTurn;
            _inTurn = _isLeftOut ? _inTurn + 1 : 0;
        }

        _bytes += bytes;
        if (isLast)
        {
            _wholeBytes = _bytes;
            _bytes = 0;
        }

        return _isLeftOut;
    }

    /// <summary>Another client begins.</summary>
    public void Forget()
    {
        _bytes = 0;
        _wholeBytes = 0;
        _inTurn = 0;
    }
}
