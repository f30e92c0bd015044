using System;
using System.Net.Sockets;

namespace NanoFirmware.Web;

/// <content>Bytes leave, or the client is gone.</content>
internal sealed partial class SocketClient
{
    /// <summary>Sends what stands in the shared room as one whole message.</summary>
    public void Send(int opcode, int bytes)
    {
        Socket socket = _socket;
        if (socket == null)
        {
            return;
        }

        int at = SocketFrame.Head(_out.Bytes, opcode, bytes);
        SendAll(socket, at, SocketFrame.HeaderRoom - at + bytes);
    }

    /// <summary>Says no to a connection in HTTP, and ends it.</summary>
    public void Refuse(string status, string sentence)
    {
        string body = "{\"error\":\"" + sentence + "\"}";
        SendText(
            "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.Length.ToString() + "\r\n\r\n" + body);
        Close();
    }

    private void SendAll(Socket socket, int at, int bytes)
    {
        try
        {
            while (bytes > 0)
            {
                int sent = socket.Send(_out.Bytes, at, bytes, SocketFlags.None);
                at += sent;
                bytes -= sent;
            }
        }
        catch (Exception)
        {
            // It takes nothing, or has left.
            Close();
        }
    }

    private void SendText(string text)
    {
        Socket socket = _socket;
        byte[] bytes = TextCode.Utf8.GetBytes(text);
        Array.Copy(bytes, 0, _out.Bytes, 0, bytes.Length);
        if (socket != null)
        {
            SendAll(socket, 0, bytes.Length);
        }
    }
}
