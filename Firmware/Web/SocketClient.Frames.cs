namespace NanoFirmware.Web;

/// <content>One frame after the other.</content>
internal sealed partial class SocketClient
{
    // A close frame's reasons (RFC 6455, 7.4.1).
    private const int BrokenProtocol = 1002;
    private const int MessageTooBig = 1009;

    // False when there is none that is whole.
    private bool TakeFrame()
    {
        FrameState state = _frame.Read(_in, _messageBytes, _end, MessageBytes - _messageBytes);
        if (state == FrameState.Bad)
        {
            End(BrokenProtocol);
        }
        else if (state == FrameState.TooLong)
        {
            End(MessageTooBig);
        }

        if (state != FrameState.Complete)
        {
            return false;
        }

        if (_frame.IsFinal && _frame.Opcode == SocketFrame.Binary && _messageOpcode == 0 && IsOvertaken())
        {
            Drop(0, _frame.DataAt + _frame.DataBytes);
            return true;
        }

        _frame.Unmask(_in);
        if (_frame.IsControl)
        {
            TakeControl();
            Drop(_messageBytes, _frame.DataAt + _frame.DataBytes);
            return true;
        }

        bool isFirst = _frame.Opcode != SocketFrame.Continuation;
        if (isFirst != (_messageOpcode == 0))
        {
            End(BrokenProtocol);
            return false;
        }

        _messageOpcode = isFirst ? _frame.Opcode : _messageOpcode;
        Drop(_messageBytes, _frame.DataAt);
        _messageBytes += _frame.DataBytes;
        if (_frame.IsFinal)
        {
            TakeMessage();
        }

        return true;
    }
}
