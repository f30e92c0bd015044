using System;
using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <content>Whole messages, and what a frame commands.</content>
internal sealed partial class SocketClient
{
    private void TakeMessage()
    {
        int opcode = _messageOpcode;
        int bytes = _messageBytes;
        _messageOpcode = 0;
        _messageBytes = 0;
        if (opcode == SocketFrame.Text)
        {
            TakeText(bytes);
        }
        else
        {
            TakePixels(bytes);
        }

        Drop(0, bytes);
    }

    // A jam's messages are answered by what they do.
    private void TakeText(int bytes)
    {
        int answer = _commands.Answer(this, _in, bytes);
        if (answer > 0)
        {
            Send(SocketFrame.Text, answer);
        }
    }

    private void TakeControl()
    {
        if (_frame.Opcode == SocketFrame.Ping)
        {
            Array.Copy(_in, _frame.DataAt, _out.Bytes, SocketFrame.HeaderRoom, _frame.DataBytes);
            Send(SocketFrame.Pong, _frame.DataBytes);
        }
        else if (_frame.Opcode == SocketFrame.Close)
        {
            int bytes = _frame.DataBytes < 2 ? 0 : 2;
            Array.Copy(_in, _frame.DataAt, _out.Bytes, SocketFrame.HeaderRoom, bytes);
            Send(SocketFrame.Close, bytes);
            Close();
        }
    }

    // Nobody waits for an answer to a picture, unless it is no.
    private void TakePixels(int bytes)
    {
        bool isJam = bytes > 0 && _in[0] == JamPacket.Mark;
        int answer = isJam ? _commands.TakeJam(this, _in, bytes) : _commands.Draw(this, _in, bytes);
        if (answer > 0)
        {
            Send(SocketFrame.Text, answer);
        }
    }
}
