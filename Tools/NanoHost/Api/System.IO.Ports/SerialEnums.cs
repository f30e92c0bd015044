namespace System.IO.Ports;

public enum Handshake
{
    None,
    XOnXOff,
    RequestToSend,
    RequestToSendXOnXOff
}

public enum Parity
{
    None,
    Odd,
    Even
}

public enum SerialData
{
    Chars = 1,
    WatchChar = 2
}

public enum SerialMode
{
    Normal,
    RS485
}

public enum StopBits
{
    One = 1,
    Two = 2,
    OnePointFive = 3
}
