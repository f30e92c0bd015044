namespace NanoFirmware.Audio;

/// <summary>How alike a row of frames is to itself some frames ago: a fading autocorrelation, a few lags at a time.</summary>
public sealed class LagCorrelator
{
    /// <summary>Frames taken at a time; a full round over all lags must end within four.</summary>
    public const int Batch = 4;

    /// <summary>Lags correlated at a time.</summary>
    public const int LagsAtOnce = 8;

    private readonly int _length;
    private readonly float _keep;

    // The frames twice over, so that any stretch of them lies in one piece; newest at _at and at _at + _length.
    private readonly float[] _frames;
    private int _at;

    /// <summary>Correlations of lag 0, 1, 2 …; only their ratios mean something.</summary>
    public readonly float[] At;

    /// <summary>
    /// <paramref name="lags"/> is a multiple of <see cref="LagsAtOnce"/>; <paramref name="keep"/> is what stays of a
    /// correlation after four frames.
    /// </summary>
    public LagCorrelator(int lags, float keep)
    {
        _length = lags + (2 * Batch);
        _keep = keep;
        _frames = new float[2 * _length];
        At = new float[lags + Batch];
    }

    /// <summary>The next frame.</summary>
    public void Add(float frame)
    {
        int at = _at + 1;
        at = at == _length ? 0 : at;
        _at = at;
        _frames[at] = frame;
        _frames[at + _length] = frame;
    }

    /// <summary>Adds the newest four frames to the correlations of eight lags, from <paramref name="lag"/> on.</summary>
    /// <param name="lag">The first of them.</param>
    /// <param name="age">Frames added since the batch was complete, 0 to 3.</param>
    public void Correlate(int lag, int age)
    {
        float[] frames = _frames;
        float[] sums = At;
        float keep = _keep;
        int newest = _at + _length - age;
        int past = newest - lag;
        float a = frames[newest];
        float b = frames[newest - 1];
        float c = frames[newest - 2];
        float d = frames[newest - 3];
        float p0 = frames[past];
        float p1 = frames[past - 1];
        float p2 = frames[past - 2];
        float p3 = frames[past - 3];
        float p4 = frames[past - 4];
        float p5 = frames[past - 5];
        float p6 = frames[past - 6];
        float p7 = frames[past - 7];
        float p8 = frames[past - 8];
        float p9 = frames[past - 9];
        float p10 = frames[past - 10];
        sums[lag] = (keep * sums[lag]) + (a * p0) + (b * p1) + (c * p2) + (d * p3);
        lag++;
        sums[lag] = (keep * sums[lag]) + (a * p1) + (b * p2) + (c * p3) + (d * p4);
        lag++;
        sums[lag] = (keep * sums[lag]) + (a * p2) + (b * p3) + (c * p4) + (d * p5);
        lag++;
        sums[lag] = (keep * sums[lag]) + (a * p3) + (b * p4) + (c * p5) + (d * p6);
        lag++;
        sums[lag] = (keep * sums[lag]) + (a * p4) + (b * p5) + (c * p6) + (d * p7);
        lag++;
        sums[lag] = (keep * sums[lag]) + (a * p5) + (b * p6) + (c * p7) + (d * p8);
        lag++;
        sums[lag] = (keep * sums[lag]) + (a * p6) + (b * p7) + (c * p8) + (d * p9);
        lag++;
        sums[lag] = (keep * sums[lag]) + (a * p7) + (b * p8) + (c * p9) + (d * p10);
    }

    /// <summary>The correlation between two lags, by a straight line.</summary>
    public float Between(float lag)
    {
        int whole = (int)lag;
        float part = lag - whole;
        float first = At[whole];
        return first + (part * (At[whole + 1] - first));
    }

    /// <summary>Where the correlation peaks near a lag: the centre of gravity of the three nearest above their least.</summary>
    public float PeakNear(float lag)
    {
        int middle = (int)(lag + 0.5f);
        float left = At[middle - 1];
        float centre = At[middle];
        float right = At[middle + 1];
        float least = left < right ? left : right;
        least = centre < least ? centre : least;
        float sum = left + centre + right - (3f * least);
        return sum <= 0f ? lag : middle + ((right - left) / sum);
    }
}
