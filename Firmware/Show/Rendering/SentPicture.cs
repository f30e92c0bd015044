using System;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// What a sender in the network has for a channel's output, shown in place of what the channel draws: in the order of the wire, gamma,
/// white balance and the channel's brightness in it, unless it is meant raw.
/// </summary>
internal sealed class SentPicture
{
    private const int Full = 255;

    private readonly Stage _stage;
    private readonly PictureLight _light;
    private readonly int _index;
    private readonly FrameBlocks _blocks;
    private readonly int _from;
    private readonly int _bytes;
    private SentFrame _frame;
    private byte[] _sent;
    private byte[] _grb;
    private byte[] _greenWindow;
    private byte[] _redWindow;
    private byte[] _red;
    private byte[] _green;
    private byte[] _blue;
    private GridPlan _plan;
    private int _number;
    private int _level;
    private bool _isRaw;
    private bool _isWireOrder;

    /// <param name="stage">What the sender's frames come to.</param>
    /// <param name="index">The output's place on it.</param>
    /// <param name="light">Told how bright what is shown is.</param>
    public SentPicture(Stage stage, int index, PictureLight light)
    {
        _stage = stage;
        _light = light;
        _index = index;
        _blocks = stage.Outputs[index].Blocks;
        _bytes = stage.Leds[index] * 3;
        for (int i = 0; i < index; i++)
        {
            _from += stage.Leds[i] * 3;
        }
    }

    /// <summary>What the frame adds up to, once it was shown.</summary>
    public readonly FrameSums Sums = new FrameSums();

    /// <summary>A sender's frames are shown.</summary>
    public bool IsOn;

    /// <summary>No pixel's bytes add up to more than this.</summary>
    public int BrightestSum => _level * 3;

    /// <summary>Looks whether somebody sends; true when that began or ended since the last call.</summary>
    public bool Look()
    {
        _frame = _stage.Sent;
        bool isOn = _frame != null && _frame.IsOn;
        bool isOther = isOn != IsOn;
        IsOn = isOn;
        return isOther;
    }

    /// <summary>Takes the newest frame, and anew what is there when it is to be shown otherwise.</summary>
    /// <param name="level">The brightness that is asked for, 0–255.</param>
    /// <param name="cap">How bright it may be at most, 1–255.</param>
    public void Receive(int level, int cap)
    {
        SentFrame frame = _frame;
        GridPlan plan = _stage.Span ?? _stage.Channels[_index].Layout.Plan;
        MakeRoom(plan);
        PictureLight light = _light;
        light.IsReceived = false;
        light.Level = frame.IsRaw ? Full : level;
        light.Level = light.Level > 0 ? light.Level : 1;
        light.ShownLevel = light.Level < cap ? light.Level : cap;
        light.IsMixed = false;
        bool isOther = plan != _plan || light.ShownLevel != _level || frame.IsRaw != _isRaw || frame.IsWireOrder != _isWireOrder;
        if (isOther)
        {
            _plan = plan;
            _level = light.ShownLevel;
            _isRaw = frame.IsRaw;
            _isWireOrder = frame.IsWireOrder;
            MakeTables();
        }

        int number = frame.Number;
        bool isWhole = plan != null && plan.Spans;
        if ((isOther || number != _number) && frame.TryRead(_sent, isWhole ? 0 : _from, isWhole ? frame.Waiting.Length : _bytes))
        {
            _number = number;
            Convert();
        }
    }

    /// <summary>Copies it into the output's frame.</summary>
    public void Show(byte[] frame) => Array.Copy(_grb, 0, frame, 0, _bytes);

    private void MakeRoom(GridPlan plan)
    {
        int bytes = plan != null && plan.Spans ? _frame.Waiting.Length : _bytes;
        if (_sent != null && _sent.Length != bytes)
        {
            _sent = new byte[bytes];
        }

        if (_sent == null)
        {
            _sent = new byte[bytes];
            _greenWindow = new byte[FrameBlocks.WideSize];
            _redWindow = new byte[FrameBlocks.WideSize];
            _grb = new byte[_bytes];
            _red = new byte[256];
            _green = Board.WhiteGreen == Board.WhiteRed ? _red : new byte[256];
            _blue = Board.WhiteBlue == Board.WhiteRed ? _red : new byte[256];
        }
    }

    private void MakeTables()
    {
        MakeTable(_red, Board.WhiteRed);
        if (_green != _red)
        {
            MakeTable(_green, Board.WhiteGreen);
        }

        if (_blue != _red)
        {
            MakeTable(_blue, Board.WhiteBlue);
        }
    }

    private void MakeTable(byte[] table, int white)
    {
        ushort[] gamma = Gamma.Linear;
        int whole = _isRaw ? _level : white * _level / Full;
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (byte)(_isRaw ? i * whole / Full : gamma[i] * whole / Full >> 8);
        }
    }

    private void Convert()
    {
        Sums.IsKnown = false;
        if (_plan != null)
        {
            ShadeGrid(_isWireOrder ? 0 : 1, _isWireOrder ? 1 : 0);
        }
        else if (_isRaw && _level == Full)
        {
            Array.Copy(_sent, 0, _grb, 0, _bytes);
            if (!_isWireOrder)
            {
                _blocks.Turn(_grb);
            }
        }
        else
        {
            _blocks.Shade(_sent, _grb, _green, _red, _blue, _isWireOrder ? null : _greenWindow, _isWireOrder ? null : _redWindow);
        }
    }

    // Row by row as it was sent, to where each row hangs; what hangs beyond the grid stays dark.
    private void ShadeGrid(int green, int red)
    {
        byte[] sent = _sent;
        byte[] grb = _grb;
        byte[] reds = _red;
        byte[] greens = _green;
        byte[] blues = _blue;
        int[] runs = _plan.Sent[_index];
        Array.Clear(grb, 0, grb.Length);
        for (int run = 0; run < runs.Length; run += GridPlan.SentInts)
        {
            int to = runs[run] * 3;
            int from = runs[run + 1] * 3;
            int end = to + (runs[run + 2] * 3);
            int step = runs[run + 3] * 3;
            for (; to < end; to += 3)
            {
                grb[to] = greens[sent[from + green]];
                grb[to + 1] = reds[sent[from + red]];
                grb[to + 2] = blues[sent[from + 2]];
                from += step;
            }
        }
    }
}
