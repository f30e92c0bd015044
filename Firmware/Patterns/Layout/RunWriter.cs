namespace NanoFirmware.Layout;

/// <summary>Puts single pixels together to runs of a <see cref="PixelMap"/>.</summary>
internal sealed class RunWriter
{
    private readonly PixelMap _map;
    private readonly bool _isEitherWay;
    private int _output;
    private int _position;
    private int _first;
    private int _last;
    private int _step;
    private int _count;

    /// <param name="map">Gets the runs; null when they are only to be counted.</param>
    /// <param name="isEitherWay">Runs may go backwards and stand still, else forwards only.</param>
    public RunWriter(PixelMap map, bool isEitherWay)
    {
        _map = map;
        _isEitherWay = isEitherWay;
    }

    /// <summary>Runs that were ended.</summary>
    public int Runs;

    /// <summary>A pixel of an output shows one of the canvas; −1 for none, and it is dark.</summary>
    public void Put(int output, int position, int canvas)
    {
        if (_count > 0 && canvas >= 0 && Continues(output, position, canvas - _last))
        {
            _last = canvas;
            _count++;
            return;
        }

        End();
        if (canvas >= 0)
        {
            _output = output;
            _position = position;
            _first = canvas;
            _last = canvas;
            _step = 1;
            _count = 1;
        }
    }

    /// <summary>Further pixels of the output behind the one that was put last, each a step further on the canvas.</summary>
    public void Go(int output, int position, int step, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (_count > 1 && _step == step)
            {
                // The rest goes on as the run does.
                _last += step * (count - i);
                _count += count - i;
                return;
            }

            Put(output, position + i, _last + step);
        }
    }

    /// <summary>The last run is whole.</summary>
    public void End()
    {
        int count = _count;
        _count = 0;
        if (count == 0)
        {
            return;
        }

        Runs++;
        if (_map == null)
        {
            return;
        }

        if (_step == 0)
        {
            _map.Fill(_output, _position, _first, count);
        }
        else if (_step > 0)
        {
            _map.Add(_output, _position, _first, count);
        }
        else
        {
            _map.Add(_output, _position, _last, -count);
        }
    }

    private bool Continues(int output, int position, int step)
    {
        if (output != _output || position != _position + _count)
        {
            return false;
        }

        if (_count > 1)
        {
            return step == _step;
        }

        bool continues = step == 1 || (_isEitherWay && (step == 0 || step == -1));
        _step = continues ? step : _step;
        return continues;
    }
}
