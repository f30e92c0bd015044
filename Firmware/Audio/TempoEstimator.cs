using System;

namespace NanoFirmware.Audio;

/// <summary>Estimates the beat's period from how the novelty repeats itself, a little in each hop (docs/adr/0006).</summary>
/// <remarks>
/// Novelty is summed into 15 frames a second and correlated with itself up to 4 s back. A period is good when it and its
/// multiples correlate; whether the beat is that, its half or its double is told by how the backbeat repeats.
/// </remarks>
public sealed class TempoEstimator
{
    public const float PeriodMin = 19.4f;
    public const float PeriodMax = 61.2f;

    private const int HopsPerFrame = 4;
    private const int HopsPerBatch = HopsPerFrame * LagCorrelator.Batch;
    private const int PulseLags = 64;
    private const int BackbeatLags = 36;

    // Periods tried, 4 % apart, and how many of their multiples are looked at.
    private const int Candidates = 30;
    private const float CandidateStep = 1.04f;
    private const int Multiples = 4;
    private const float LongestLag = 62f;

    // Listeners prefer about 117 BPM, but not by much (a log-normal prior).
    private const float PreferredPeriod = 3600f / 117f;
    private const float PreferredOctaves = 2.43f;

    // A period near the present one needs no proof.
    private const float Loyalty = 1.31f;
    private const float NearPeriod = 0.06f;

    private readonly LagCorrelator _pulses = new LagCorrelator(PulseLags, 0.922f);
    private readonly LagCorrelator _backbeats = new LagCorrelator(BackbeatLags, 0.9115f);
    private readonly float[] _candidate = new float[Candidates];
    private readonly float[] _prior = new float[Candidates];
    private float _pulse;
    private float _backbeat;
    private int _hop;
    private int _trying;
    private float _best;
    private int _bestCandidate;

    /// <summary>Hops from beat to beat, 19.4 to 61.2.</summary>
    public float Period = 30f;

    /// <summary>How much better than chance the period repeats, 0 to 1.</summary>
    public float Clarity;

    public TempoEstimator()
    {
        float period = PeriodMin;
        for (int i = 0; i < Candidates; i++)
        {
            _candidate[i] = period / HopsPerFrame;
            double octaves = Math.Log(period / PreferredPeriod) / (0.6931472 * PreferredOctaves);
            _prior[i] = (float)Math.Exp(-0.5 * octaves * octaves);
            period *= CandidateStep;
        }
    }

    /// <summary>Takes a hop's novelty; true when the period was estimated anew, about once a second.</summary>
    public bool Follow(float pulse, float backbeat)
    {
        _pulse += pulse;
        _backbeat += backbeat;
        int hop = _hop = (_hop + 1) & (HopsPerBatch - 1);
        if ((hop & (HopsPerFrame - 1)) == 0)
        {
            _pulses.Add(_pulse);
            _backbeats.Add(_backbeat);
            _pulse = 0f;
            _backbeat = 0f;
        }

        int age = hop >> 2;
        _pulses.Correlate(hop << 2, age);
        _backbeats.Correlate(hop << 2, age);
        return (hop & 1) == 0 && Try();
    }

    private bool Try()
    {
        int candidate = _trying++;
        if (candidate < Candidates)
        {
            Rate(candidate);
            return false;
        }

        _trying = 0;
        Decide();
        _best = 0f;
        return true;
    }

    private void Rate(int candidate)
    {
        float lag = _candidate[candidate], sum = 0f, multiple = lag;
        float[] correlations = _pulses.At;
        int count = 0;
        while (count < Multiples && multiple < LongestLag)
        {
            int whole = (int)multiple;
            float first = correlations[whole];
            sum += first + ((multiple - whole) * (correlations[whole + 1] - first));
            multiple += lag;
            count++;
        }

        float score = sum / count * _prior[candidate], change = (lag * HopsPerFrame / Period) - 1f;
        if (change < NearPeriod && change > -NearPeriod)
        {
            score *= Loyalty;
        }

        if (score > _best)
        {
            _best = score;
            _bestCandidate = candidate;
        }
    }

    private void Decide()
    {
        if (_best <= 0f)
        {
            Clarity = 0f;
            return;
        }

        float lag = Refine(PickOctave(_candidate[_bestCandidate]));
        float mean = 0f, sum = 0f, multiple = lag;
        for (int i = 5; i < PulseLags; i++)
        {
            mean += _pulses.At[i];
        }

        int count = 0;
        while (count < Multiples && multiple < LongestLag)
        {
            sum += _pulses.Between(multiple);
            multiple += lag;
            count++;
        }

        Clarity = ((sum / count) - (mean / (PulseLags - 5))) / (_pulses.At[0] + 1e-9f);
        float period = lag * HopsPerFrame;
        Period = period < PeriodMin ? PeriodMin : period > PeriodMax ? PeriodMax : period;
    }

    // The beat itself must repeat well (against every second one), the backbeat must repeat better after two beats than
    // after one, and of equals the faster wins.
    private float PickOctave(float lag)
    {
        float picked = lag, best = -9f;
        for (float tried = lag * 0.5f; tried <= lag * 2f; tried *= 2f)
        {
            float period = tried * HopsPerFrame;
            if (period < PeriodMin || period > PeriodMax)
            {
                continue;
            }

            float score = RateOctave(tried), change = (period / Period) - 1f;
            score += change < NearPeriod && change > -NearPeriod ? OctaveLoyalty : 0f;
            if (score > best)
            {
                best = score;
                picked = tried;
            }
        }

        return picked;
    }

    private const float OctaveLoyalty = 0.115f;
    private const float EveryBeatEnough = 0.88f;
    private const float BackbeatEnough = 0.71f;
    private const float BackbeatShare = 0.536f;
    private const float OctaveBias = 0.07f;

    private float RateOctave(float lag)
    {
        float everyBeat = _pulses.Between(lag) / (_pulses.Between(lag + lag) + 1e-9f);
        everyBeat = everyBeat > EveryBeatEnough ? EveryBeatEnough : everyBeat;

        float one = Higher(_backbeats.At, (int)lag), two = Higher(_backbeats.At, (int)(lag + lag)), backbeat = 0f;
        if (one > 0.05f * _backbeats.At[0])
        {
            backbeat = (two / one) - 1f;
            backbeat = backbeat < 0f ? 0f : backbeat > BackbeatEnough ? BackbeatEnough : backbeat;
        }

        return everyBeat + (BackbeatShare * backbeat) - (OctaveBias * lag / 15f);
    }

    private static float Higher(float[] correlations, int lag) =>
        correlations[lag] > correlations[lag + 1] ? correlations[lag] : correlations[lag + 1];

    // Far multiples tell the period best: the line through the peaks near them, by least squares.
    private float Refine(float lag)
    {
        float sum = 0f, weight = 0f, multiple = lag;
        for (int count = 1; count <= Multiples && multiple < LongestLag; count++)
        {
            sum += count * _pulses.PeakNear(multiple);
            weight += count * count;
            multiple = (count + 1) * (sum / weight);
        }

        return sum / weight;
    }
}
