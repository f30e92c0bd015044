using System;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// What a sender in the network has for a channel's output, shown in place of what the channel draws: in the order of the wire,
/// gamma, white balance and the channel's brightness in it, unless it is meant raw.
/// </summary>
internal sealed class SentPicture
{
    private const int Full = 255;

    // Colours by their place in the usual order.
    private const int Green = 0;
    private const int Red = 1;
    private const int Blue = 2;

    private readonly Stage _stage;
    private readonly PictureLight _light;
    private readonly int _index;
    private readonly FrameBlocks _blocks;
    private readonly int _from;
    private readonly int _bytes;
    private SentFrame _frame;
    private Picture _sent;
    private byte[] _grb;
    private byte[] _firstWindow;
    private byte[] _secondWindow;
    private readonly ColourOrder _order;
    private ColourOrder _redFirst;
    private GridPlan _plan;

    // What each colour becomes, by colour as in the usual order; colours of the same white share one.
    private readonly byte[][] _tables = new byte[3][];
    private int _number;
    private int _level;
    private bool _isRaw;
    private bool _isGreenFirst;

    /// <param name="stage">What the sender's frames come to.</param>
    /// <param name="index">The output's place on it.</param>
    /// <param name="light">Told how bright what is shown is.</param>
    public SentPicture(Stage stage, int index, PictureLight light)
    {
        _stage = stage;
        _light = light;
        _index = index;
        _blocks = stage.Outputs[index].Blocks;
        _order = stage.Outputs[index].Strip.Order;
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
        bool isOn = _frame != null && _frame.IsOn && ((_frame.Outputs >> _index) & 1) != 0;
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
        bool isOther = plan != _plan || light.ShownLevel != _level || frame.IsRaw != _isRaw
            || frame.IsGreenFirst != _isGreenFirst;
        if (isOther)
        {
            _plan = plan;
            _level = light.ShownLevel;
            _isRaw = frame.IsRaw;
            _isGreenFirst = frame.IsGreenFirst;
            MakeTables();
        }

        int number = frame.Number;
        if ((isOther || number != _number) && frame.TryRead(_sent))
        {
            _number = number;
            Convert();
        }
    }

    /// <summary>Copies it into the output's frame.</summary>
    public void Show(byte[] frame) => Array.Copy(_grb, 0, frame, 0, _bytes);

    private void MakeRoom(GridPlan plan)
    {
        bool isWhole = plan != null && plan.Spans;
        int bytes = isWhole ? _frame.Waiting.Length : _bytes;
        if (_sent == null || _sent.Grb.Length != bytes)
        {
            _sent = new Picture(isWhole ? 0 : _from, bytes);
        }

        if (_grb == null)
        {
            _redFirst = ColourOrder.Of(ColourOrder.RedFirst);
            _firstWindow = new byte[FrameBlocks.WideSize];
            _secondWindow = new byte[FrameBlocks.WideSize];
            _grb = new byte[_bytes];
            _tables[Green] = new byte[256];
            _tables[Red] = Board.WhiteRed == Board.WhiteGreen ? _tables[Green] : new byte[256];
            _tables[Blue] = Board.WhiteBlue == Board.WhiteGreen ? _tables[Green] : new byte[256];
        }
    }

    private void MakeTables()
    {
        MakeTable(_tables[Green], Board.WhiteGreen);
        if (_tables[Red] != _tables[Green])
        {
            MakeTable(_tables[Red], Board.WhiteRed);
        }

        if (_tables[Blue] != _tables[Green])
        {
            MakeTable(_tables[Blue], Board.WhiteBlue);
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

    // Strips that want blue last are dealt with on the way; only others pay for a turn of their own.
    private void Convert()
    {
        Sums.IsKnown = false;
        ColourOrder sent = _isGreenFirst ? ColourOrder.Usual : _redFirst;
        if (_plan != null)
        {
            ShadeGrid(sent);
            return;
        }

        bool isSwapped = _order.Blue == sent.Blue && _order.Green != sent.Green;
        bool isTurned = !isSwapped && !sent.IsSame(_order);
        bool isAsItIs = _isRaw && _level == Full;
        if (isAsItIs || isTurned)
        {
            Array.Copy(_sent.Grb, 0, _grb, 0, _bytes);
        }

        if (isTurned)
        {
            sent.Turn(_grb, 0, _bytes, _order);
        }

        if (!isAsItIs)
        {
            Shade(isTurned ? _grb : _sent.Grb, isSwapped);
        }
        else if (isSwapped)
        {
            _blocks.Turn(_grb);
        }
    }

    // Row by row as it was sent, to where each row hangs; what hangs beyond the grid stays dark.
    private void ShadeGrid(ColourOrder order)
    {
        byte[] sent = _sent.Grb;
        byte[] grb = _grb;
        int[] colours = _order.Colours;
        byte[] firsts = _tables[colours[0]];
        byte[] seconds = _tables[colours[1]];
        byte[] thirds = _tables[colours[2]];
        int first = order.Places[colours[0]];
        int second = order.Places[colours[1]];
        int third = order.Places[colours[2]];
        int[] runs = _plan.Sent[_index];
        Array.Clear(grb, 0, grb.Length);
        for (int run = 0; run < runs.Length; run += SentRuns.Ints)
        {
            int to = runs[run] * 3;
            int from = runs[run + 1] * 3;
            int end = to + (runs[run + 2] * 3);
            int step = runs[run + 3] * 3;
            for (; to < end; to += 3)
            {
                grb[to] = firsts[sent[from + first]];
                grb[to + 1] = seconds[sent[from + second]];
                grb[to + 2] = thirds[sent[from + third]];
                from += step;
            }
        }
    }

    private void Shade(byte[] pixels, bool isSwapped)
    {
        byte[][] tables = _tables;
        int[] colours = _order.Colours;
        _blocks.Shade(
            pixels, _grb, tables[colours[0]], tables[colours[1]], tables[colours[2]], isSwapped ? _firstWindow : null,
            isSwapped ? _secondWindow : null);
    }
}
