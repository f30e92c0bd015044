// Written by Tools/Generator (FilterBankWriter); change it there and run it again.
using System;

namespace NanoFirmware.Audio;

public sealed partial class FilterBank
{
    /// <summary>Takes one hop of 256 frames of 8 bytes; the upper 16 bits of the four at <paramref name="slotOffset"/>, high byte first when <paramref name="swapped"/>.</summary>
    public void Split(byte[] hop, int slotOffset, bool swapped)
    {
        byte[] high = swapped ? _window : hop, low = swapped ? SwappedWindow() : hop;
        short[] worth = _worth;
        bool isOdd = Turn == 0;
        Turn = isOdd ? 1 : 0;
        float[] energy = Energy, lag = Lag;
        int y0b = _y0b;
        int odd0 = _odd0;
        int y1b = _y1b;
        int odd1 = _odd1;
        int y2b = _y2b;
        int odd2 = _odd2;
        int y3b = _y3b;
        int odd3 = _odd3;
        int y4b = _y4b;
        int odd4 = _odd4;
        float h4n0 = _h4n0;
        int y5 = _y5;
        int odd5 = _odd5;
        float h5n0 = _h5n0;
        int even0, y0a, low0, next0, y1a, low1, next1, y2a, low2, next2, y3a, low3, next3, y4a, low4, next4, next5;
        float h0n1, h0n2, h0n3, h1n1, h1n2, h1n3, h1n4, h2n1, h2n2, h2n3, h2n4, h3n1, h3n2, h3n3, h3n4, h4n1, h4n2, h5n1;
        float energy0 = 0, lag0or1 = 0, energy1 = 0, energy2 = 0, lag2or3 = 0, energy3 = 0, energy4 = 0, lag4 = 0, energy5 = 0, lag5 = 0;
        int first6 = 0, second6 = 0, third6 = 0, fourth6 = 0;

        for (int from = slotOffset; from < 2048; from += 512)
        {
            if (swapped)
            {
                Array.Copy(hop, from + 1, low, 2, 505);
                Array.Copy(hop, from, high, 3, 505);
            }
            else if (from > 0)
            {
                high = low = _window;
                Array.Copy(hop, from, low, 0, 508);
            }

            next0 = worth[high[11]] + low[10];
            y0a = ((next0 - y0b) >> 1) + odd0;
            even0 = worth[high[3]] + low[2];
            h0n1 = y0a - even0;
            low0 = y0a + even0;
            odd0 = worth[high[27]] + low[26];
            y0b = ((odd0 - y0a) >> 1) + next0;
            even0 = worth[high[19]] + low[18];
            h0n2 = y0b - even0;
            next1 = y0b + even0;
            y1a = ((next1 - y1b) >> 1) + odd1;
            h1n1 = y1a - low0;
            low1 = y1a + low0;
            next0 = worth[high[43]] + low[42];
            y0a = ((next0 - y0b) >> 1) + odd0;
            even0 = worth[high[35]] + low[34];
            h0n3 = y0a - even0;
            energy0 += (h0n1 * h0n1) + (h0n2 * h0n2) + (h0n3 * h0n3);
            low0 = y0a + even0;
            odd0 = worth[high[59]] + low[58];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[51]] + low[50];
            y1b = ((odd1 - y1a) >> 1) + next1;
            h1n2 = y1b - low0;
            next2 = y1b + low0;
            y2a = ((next2 - y2b) >> 1) + odd2;
            h2n1 = y2a - low1;
            low2 = y2a + low1;
            next0 = worth[high[75]] + low[74];
            y0a = ((next0 - y0b) >> 1) + odd0;
            low0 = y0a + worth[high[67]] + low[66];
            odd0 = worth[high[91]] + low[90];
            y0b = ((odd0 - y0a) >> 1) + next0;
            next1 = y0b + worth[high[83]] + low[82];
            y1a = ((next1 - y1b) >> 1) + odd1;
            h1n3 = y1a - low0;
            low1 = y1a + low0;
            next0 = worth[high[107]] + low[106];
            y0a = ((next0 - y0b) >> 1) + odd0;
            low0 = y0a + worth[high[99]] + low[98];
            odd0 = worth[high[123]] + low[122];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[115]] + low[114];
            y1b = ((odd1 - y1a) >> 1) + next1;
            h1n4 = y1b - low0;
            energy1 += (h1n1 * h1n1) + (h1n2 * h1n2) + (h1n3 * h1n3) + (h1n4 * h1n4);
            odd2 = y1b + low0;
            y2b = ((odd2 - y2a) >> 1) + next2;
            h2n2 = y2b - low1;
            next3 = y2b + low1;
            y3a = ((next3 - y3b) >> 1) + odd3;
            h3n1 = y3a - low2;
            low3 = y3a + low2;
            next0 = worth[high[139]] + low[138];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[155]] + low[154];
            y0b = ((odd0 - y0a) >> 1) + next0;
            next1 = y0b + worth[high[147]] + low[146];
            y1a = ((next1 - y1b) >> 1) + odd1;
            low1 = y1a + y0a + worth[high[131]] + low[130];
            next0 = worth[high[171]] + low[170];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[187]] + low[186];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[179]] + low[178];
            y1b = ((odd1 - y1a) >> 1) + next1;
            next2 = y1b + y0a + worth[high[163]] + low[162];
            y2a = ((next2 - y2b) >> 1) + odd2;
            h2n3 = y2a - low1;
            low2 = y2a + low1;
            next0 = worth[high[203]] + low[202];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[219]] + low[218];
            y0b = ((odd0 - y0a) >> 1) + next0;
            next1 = y0b + worth[high[211]] + low[210];
            y1a = ((next1 - y1b) >> 1) + odd1;
            low1 = y1a + y0a + worth[high[195]] + low[194];
            next0 = worth[high[235]] + low[234];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[251]] + low[250];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[243]] + low[242];
            y1b = ((odd1 - y1a) >> 1) + next1;
            odd2 = y1b + y0a + worth[high[227]] + low[226];
            y2b = ((odd2 - y2a) >> 1) + next2;
            h2n4 = y2b - low1;
            energy2 += (h2n1 * h2n1) + (h2n2 * h2n2) + (h2n3 * h2n3) + (h2n4 * h2n4);
            odd3 = y2b + low1;
            y3b = ((odd3 - y3a) >> 1) + next3;
            h3n2 = y3b - low2;
            next4 = y3b + low2;
            y4a = ((next4 - y4b) >> 1) + odd4;
            h4n1 = y4a - low3;
            low4 = y4a + low3;
            next0 = worth[high[267]] + low[266];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[283]] + low[282];
            y0b = ((odd0 - y0a) >> 1) + next0;
            next1 = y0b + worth[high[275]] + low[274];
            y1a = ((next1 - y1b) >> 1) + odd1;
            low1 = y1a + y0a + worth[high[259]] + low[258];
            next0 = worth[high[299]] + low[298];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[315]] + low[314];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[307]] + low[306];
            y1b = ((odd1 - y1a) >> 1) + next1;
            next2 = y1b + y0a + worth[high[291]] + low[290];
            y2a = ((next2 - y2b) >> 1) + odd2;
            low2 = y2a + low1;
            next0 = worth[high[331]] + low[330];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[347]] + low[346];
            y0b = ((odd0 - y0a) >> 1) + next0;
            next1 = y0b + worth[high[339]] + low[338];
            y1a = ((next1 - y1b) >> 1) + odd1;
            low1 = y1a + y0a + worth[high[323]] + low[322];
            next0 = worth[high[363]] + low[362];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[379]] + low[378];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[371]] + low[370];
            y1b = ((odd1 - y1a) >> 1) + next1;
            odd2 = y1b + y0a + worth[high[355]] + low[354];
            y2b = ((odd2 - y2a) >> 1) + next2;
            next3 = y2b + low1;
            y3a = ((next3 - y3b) >> 1) + odd3;
            h3n3 = y3a - low2;
            low3 = y3a + low2;
            next0 = worth[high[395]] + low[394];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[411]] + low[410];
            y0b = ((odd0 - y0a) >> 1) + next0;
            next1 = y0b + worth[high[403]] + low[402];
            y1a = ((next1 - y1b) >> 1) + odd1;
            low1 = y1a + y0a + worth[high[387]] + low[386];
            next0 = worth[high[427]] + low[426];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[443]] + low[442];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[435]] + low[434];
            y1b = ((odd1 - y1a) >> 1) + next1;
            next2 = y1b + y0a + worth[high[419]] + low[418];
            y2a = ((next2 - y2b) >> 1) + odd2;
            low2 = y2a + low1;
            next0 = worth[high[459]] + low[458];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[475]] + low[474];
            y0b = ((odd0 - y0a) >> 1) + next0;
            next1 = y0b + worth[high[467]] + low[466];
            y1a = ((next1 - y1b) >> 1) + odd1;
            low1 = y1a + y0a + worth[high[451]] + low[450];
            next0 = worth[high[491]] + low[490];
            y0a = ((next0 - y0b) >> 1) + odd0;
            odd0 = worth[high[507]] + low[506];
            y0b = ((odd0 - y0a) >> 1) + next0;
            odd1 = y0b + worth[high[499]] + low[498];
            y1b = ((odd1 - y1a) >> 1) + next1;
            odd2 = y1b + y0a + worth[high[483]] + low[482];
            y2b = ((odd2 - y2a) >> 1) + next2;
            odd3 = y2b + low1;
            y3b = ((odd3 - y3a) >> 1) + next3;
            h3n4 = y3b - low2;
            energy3 += (h3n1 * h3n1) + (h3n2 * h3n2) + (h3n3 * h3n3) + (h3n4 * h3n4);
            odd4 = y3b + low2;
            y4b = ((odd4 - y4a) >> 1) + next4;
            h4n2 = y4b - low3;
            energy4 += (h4n1 * h4n1) + (h4n2 * h4n2);
            lag4 += h4n1 * (h4n0 + h4n2);
            next5 = y4b + low3;
            y5 = ((next5 - y5) >> 1) + odd5;
            odd5 = next5;
            h5n1 = y5 - low4;
            energy5 += (h5n1 * h5n1);
            lag5 += h5n1 * h5n0;
            first6 = second6;
            second6 = third6;
            third6 = fourth6;
            fourth6 = y5 + low4;
            if (isOdd)
            {
                lag0or1 += h1n2 * (h1n1 + h1n3);
                lag2or3 += h3n2 * (h3n1 + h3n3);
            }
            else
            {
                lag0or1 += h0n2 * (h0n1 + h0n3);
                lag2or3 += h2n2 * (h2n1 + h2n3);
            }

            h4n0 = h4n2;
            h5n0 = h5n1;
        }

        int y6 = ((second6 - _y6) >> 1) + _odd6;
        float h6n1 = y6 - first6;
        int first7 = y6 + first6;
        y6 = ((fourth6 - y6) >> 1) + second6;
        _y6 = y6;
        _odd6 = fourth6;
        float h6n2 = y6 - third6;
        int second7 = y6 + third6;
        float energy6 = (h6n1 * h6n1) + (h6n2 * h6n2), lag6 = h6n1 * (_h6n0 + h6n2);
        _h6n0 = h6n2;

        int y7 = ((second7 - _y7) >> 1) + _odd7;
        _y7 = y7;
        _odd7 = second7;
        float low7 = y7 - first7;
        float energy7 = low7 * low7, lag7 = low7 * _h7n0;
        _h7n0 = low7;

        energy0 = (0.0208333333f * energy0);
        energy[0] = energy0;
        energy1 = (0.00390625f * energy1);
        energy[1] = energy1;
        energy2 = (0.0009765625f * energy2);
        energy[2] = energy2;
        energy3 = (0.000244140625f * energy3);
        energy[3] = energy3;
        energy4 = (0.3f * energy[4]) + (8.54492187E-05f * energy4);
        energy[4] = energy4;
        energy5 = (0.5f * energy[5]) + (3.05175781E-05f * energy5);
        energy[5] = energy5;
        energy6 = (0.6f * energy[6]) + (1.22070313E-05f * energy6);
        energy[6] = energy6;
        energy7 = (0.75f * energy[7]) + (3.81469727E-06f * energy7);
        energy[7] = energy7;
        TotalPower = energy0 + energy1 + energy2 + energy3 + energy4 + energy5 + energy6 + energy7;
        if (isOdd)
        {
            lag[1] = (0.0078125f * lag0or1);
            lag[3] = (0.00048828125f * lag2or3);
        }
        else
        {
            lag[0] = (0.03125f * lag0or1);
            lag[2] = (0.001953125f * lag2or3);
        }
        lag[4] = (0.3f * lag[4]) + (8.54492187E-05f * lag4);
        lag[5] = (0.5f * lag[5]) + (3.05175781E-05f * lag5);
        lag[6] = (0.6f * lag[6]) + (1.22070313E-05f * lag6);
        lag[7] = (0.75f * lag[7]) + (3.81469727E-06f * lag7);

        _y0b = y0b;
        _odd0 = odd0;
        _y1b = y1b;
        _odd1 = odd1;
        _y2b = y2b;
        _odd2 = odd2;
        _y3b = y3b;
        _odd3 = odd3;
        _y4b = y4b;
        _odd4 = odd4;
        _h4n0 = h4n0;
        _y5 = y5;
        _odd5 = odd5;
        _h5n0 = h5n0;
    }

    private int _y0b;
    private int _odd0;
    private int _y1b;
    private int _odd1;
    private int _y2b;
    private int _odd2;
    private int _y3b;
    private int _odd3;
    private int _y4b;
    private int _odd4;
    private float _h4n0;
    private int _y5;
    private int _odd5;
    private float _h5n0;
    private int _y6;
    private int _odd6;
    private float _h6n0;
    private int _y7;
    private int _odd7;
    private float _h7n0;

    private void Forget()
    {
        _y0b = 0;
        _odd0 = 0;
        _y1b = 0;
        _odd1 = 0;
        _y2b = 0;
        _odd2 = 0;
        _y3b = 0;
        _odd3 = 0;
        _y4b = 0;
        _odd4 = 0;
        _h4n0 = 0;
        _y5 = 0;
        _odd5 = 0;
        _h5n0 = 0;
        _y6 = 0;
        _odd6 = 0;
        _h6n0 = 0;
        _y7 = 0;
        _odd7 = 0;
        _h7n0 = 0;
    }
}
