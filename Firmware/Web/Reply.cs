using System;
using System.Text;

namespace NanoFirmware.Web;

/// <summary>
/// The answer, written as bytes into one buffer that is allocated once: a number costs its digits and a text one native
/// call, where StringBuilder and ToString take ten times as long on the chip.
/// </summary>
internal sealed class Reply
{
    /// <summary>Greatest answer that is put together here, in bytes; anything longer is <see cref="SendStored"/>.</summary>
    public const int Capacity = 4096;

    private const string Hex = "0123456789ABCDEF";
    private static readonly byte[] HexDigits = Encoding.UTF8.GetBytes(Hex);

    private readonly byte[] _buffer;
    private readonly byte[] _digits = new byte[20];
    private bool _needsComma;

    /// <param name="capacity">Greatest answer in bytes.</param>
    public Reply(int capacity = Capacity)
    {
        _buffer = new byte[capacity];
    }

    /// <summary>The answer; <see cref="Length"/> of its bytes count.</summary>
    public byte[] Bytes => _buffer;

    public int Length;

    /// <summary>A text in flash to send instead, in ASCII; else null.</summary>
    public string Stored;

    /// <summary>HTTP status.</summary>
    public int Status;

    public string ContentType;

    /// <summary>Value of the Allow header of a 405, else null.</summary>
    public string Allow;

    /// <summary>Value of the Location header of a redirect, else null.</summary>
    public string Location;

    /// <summary>Value of the Cache-Control header.</summary>
    public string CacheControl;

    /// <summary>Starts an empty 200 in JSON.</summary>
    public void Begin()
    {
        Length = 0;
        Stored = null;
        Status = 200;
        ContentType = "application/json";
        Allow = null;
        Location = null;
        CacheControl = "no-store";
        _needsComma = false;
    }

    /// <summary>Answers with a text that is there already, such as the page.</summary>
    public void SendStored(string text, string contentType, string cacheControl)
    {
        Stored = text;
        ContentType = contentType;
        CacheControl = cacheControl;
    }

    /// <summary>Puts the piece of <see cref="Stored"/> that starts at <paramref name="at"/> into <see cref="Bytes"/>; its length.</summary>
    public int TakePiece(int at)
    {
        int left = Stored.Length - at;
        return Encoding.UTF8.GetBytes(Stored, at, left < _buffer.Length ? left : _buffer.Length, _buffer, 0);
    }

    /// <summary>Replaces whatever was written by <c>{"error": …}</c>.</summary>
    /// <param name="status">4xx or 5xx.</param>
    /// <param name="sentence">What is wrong and what is allowed. Our words only, never the client's.</param>
    public void Error(int status, string sentence)
    {
        Begin();
        Status = status;
        BeginObject();
        Field("error", sentence);
        EndObject();
    }

    public void NotFound(string sentence) => Error(404, sentence);

    /// <summary>405 with the Allow header.</summary>
    public void MethodNotAllowed(string allow)
    {
        Error(405, "wrong method: use " + allow);
        Allow = allow;
    }

    /// <summary>302 to another place.</summary>
    public void Redirect(string location)
    {
        Begin();
        Status = 302;
        Location = location;
        ContentType = "text/plain";
    }

    public void BeginObject() => Open('{');

    public void EndObject() => Close('}');

    public void BeginArray() => Open('[');

    public void EndArray() => Close(']');

    /// <summary>A name in an object; its value follows.</summary>
    public void Name(string name)
    {
        Comma();
        Put('"');
        Text(name);
        Put('"');
        Put(':');
        _needsComma = false;
    }

    public void Field(string name, string value)
    {
        Name(name);
        Value(value);
    }

    public void Field(string name, long value)
    {
        Name(name);
        Value(value);
    }

    public void Field(string name, bool value)
    {
        Name(name);
        Value(value);
    }

    /// <summary>A number given in tenths, written with one decimal.</summary>
    public void TenthsField(string name, int tenths)
    {
        Name(name);
        Comma();
        Tenths(tenths);
    }

    public void Value(long number)
    {
        Comma();
        Number(number);
    }

    public void Value(bool value)
    {
        Comma();
        Text(value ? "true" : "false");
    }

    /// <summary>A string or null. Quotes, backslashes and control characters are escaped.</summary>
    public void Value(string text)
    {
        Comma();
        if (text == null)
        {
            Text("null");
            return;
        }

        Put('"');
        int start = Length;
        Text(text);
        if (NeedsEscapes(start))
        {
            Length = start;
            Escape(text);
        }

        Put('"');
    }

    /// <summary>Plain text as it is.</summary>
    public void Text(string text)
    {
        int length = text.Length;
        if (Length + (length * 3) > _buffer.Length)
        {
            throw new InvalidOperationException("answer longer than the reply buffer");
        }

        Length += Encoding.UTF8.GetBytes(text, 0, length, _buffer, Length);
    }

    /// <summary>A decimal number.</summary>
    public void Number(long number)
    {
        if (number < 0)
        {
            Put('-');
            number = -number;
        }

        byte[] digits = _digits;
        int at = digits.Length;
        do
        {
            long rest = number / 10;
            at--;
            digits[at] = (byte)('0' + (number - (rest * 10)));
            number = rest;
        }
        while (number > 0);

        Copy(digits, at, digits.Length - at);
    }

    /// <summary>A number given in tenths: 599 becomes 59.9.</summary>
    public void Tenths(int tenths)
    {
        if (tenths < 0)
        {
            Put('-');
            tenths = -tenths;
        }

        Number(tenths / 10);
        Put('.');
        Put((char)('0' + (tenths % 10)));
    }

    /// <summary>A byte as two upper-case hexadecimal digits.</summary>
    public void HexByte(byte value)
    {
        Reserve(2);
        _buffer[Length] = HexDigits[value >> 4];
        _buffer[Length + 1] = HexDigits[value & 15];
        Length += 2;
    }

    /// <summary>Pixels as RRGGBB each; one loop on locals, since a call a byte would cost more than the digits.</summary>
    /// <param name="grb">3 bytes a pixel in wire order.</param>
    public void HexPixels(byte[] grb)
    {
        Reserve(grb.Length * 2);
        byte[] buffer = _buffer;
        byte[] digits = HexDigits;
        int to = Length;
        for (int at = 0; at < grb.Length; at += 3)
        {
            int green = grb[at];
            int red = grb[at + 1];
            int blue = grb[at + 2];
            buffer[to] = digits[red >> 4];
            buffer[to + 1] = digits[red & 15];
            buffer[to + 2] = digits[green >> 4];
            buffer[to + 3] = digits[green & 15];
            buffer[to + 4] = digits[blue >> 4];
            buffer[to + 5] = digits[blue & 15];
            to += 6;
        }

        Length = to;
    }

    /// <summary>A value: bytes as one text of hexadecimal digits.</summary>
    public void HexBytes(byte[] bytes)
    {
        Comma();
        Put('"');
        for (int i = 0; i < bytes.Length; i++)
        {
            HexByte(bytes[i]);
        }

        Put('"');
    }

    /// <summary>An element: red, green, blue at <paramref name="at"/> as "RRGGBB".</summary>
    public void HexColour(byte[] rgb, int at)
    {
        Comma();
        Put('"');
        HexByte(rgb[at]);
        HexByte(rgb[at + 1]);
        HexByte(rgb[at + 2]);
        Put('"');
    }

    /// <summary>One ASCII character as it is.</summary>
    public void Put(char character)
    {
        Reserve(1);
        _buffer[Length] = (byte)character;
        Length++;
    }

    /// <summary>Writes the comma that the next value needs, and notes that the one after will need one.</summary>
    public void Comma()
    {
        if (_needsComma)
        {
            Put(',');
        }

        _needsComma = true;
    }

    private void Open(char bracket)
    {
        Comma();
        Put(bracket);
        _needsComma = false;
    }

    private void Close(char bracket)
    {
        Put(bracket);
        _needsComma = true;
    }

    private bool NeedsEscapes(int start)
    {
        for (int i = start; i < Length; i++)
        {
            byte c = _buffer[i];
            if (c < 32 || c == '"' || c == '\\')
            {
                return true;
            }
        }

        return false;
    }

    private void Escape(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte c = bytes[i];
            if (c == '"' || c == '\\')
            {
                Put('\\');
                Put((char)c);
            }
            else if (c < 32)
            {
                Text("\\u00");
                HexByte(c);
            }
            else
            {
                Reserve(1);
                _buffer[Length] = c;
                Length++;
            }
        }
    }

    private void Copy(byte[] source, int start, int count)
    {
        Reserve(count);
        Array.Copy(source, start, _buffer, Length, count);
        Length += count;
    }

    private void Reserve(int count)
    {
        if (Length + count > _buffer.Length)
        {
            throw new InvalidOperationException("answer longer than the reply buffer");
        }
    }
}
