// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.
namespace NanoFirmware.Audio;

/// <summary>Judges a guess of the beat by its description: one hidden layer, learnt from songs (docs/adr/0007).</summary>
internal static class BeatNetwork
{
    /// <summary>Logarithm of the odds that the guess is right; see <see cref="BeatRater.Describe"/> for the features.</summary>
    internal static float Rate(int[] features)
    {
        int f3 = features[3];
        int f15 = features[15];
        int f24 = features[24];
        int f25 = features[25];
        int f2 = features[2];
        int f14 = features[14];
        int f17 = features[17];
        int f21 = features[21];
        int f26 = features[26];
        int f5 = features[5];
        int f6 = features[6];
        int f7 = features[7];
        int f12 = features[12];
        int f16 = features[16];
        int f20 = features[20];
        int f22 = features[22];
        int f0 = features[0];
        int f8 = features[8];
        int f11 = features[11];
        int f13 = features[13];
        int f18 = features[18];
        int f4 = features[4];
        int f9 = features[9];
        int f19 = features[19];
        int f23 = features[23];
        int f1 = features[1];
        int f10 = features[10];
        float sum = -0.46652f;

        int unit = 2204
            + (43 * f2) + (47 * f5) - (89 * f7) - (16 * f8) - (78 * f11) - (127 * f12) + (82 * f17) + (117 * f25);
        sum += unit > 0 ? -0.0002372f * unit : 0f;

        unit = -3815
            + (42 * f0) + (62 * f3) - (39 * f6) - (57 * f9) + (43 * f12) + (23 * f14) - (15 * f15) - (127 * f18) + (66 * f20)
            - (66 * f21) + (101 * f24) + (52 * f26);
        sum += unit > 0 ? -0.00055033f * unit : 0f;

        unit = -4299
            + (59 * f2) - (127 * f12) - (63 * f13) - (35 * f14) + (87 * f15) + (58 * f16) - (65 * f18) - (68 * f21) + (58 * f23)
            + (70 * f24);
        sum += unit > 0 ? 0.00039295f * unit : 0f;

        unit = 1335
            - (16 * f2) - (20 * f3) + (19 * f4) + (16 * f7) - (10 * f11) - (34 * f13) - (32 * f14) + (47 * f15) - (127 * f20)
            - (82 * f22) + (118 * f25);
        sum += unit > 0 ? -0.00078121f * unit : 0f;

        unit = 4902
            + (28 * f7) + (35 * f9) - (66 * f15) - (84 * f16) - (88 * f17) - (127 * f19) - (76 * f20) - (71 * f21) + (99 * f22);
        sum += unit > 0 ? -0.00037125f * unit : 0f;

        unit = -2573
            + (30 * f0) + (70 * f3) - (43 * f5) - (37 * f6) + (17 * f8) - (50 * f9) + (17 * f14) - (61 * f15) + (43 * f16)
            + (36 * f17) + (87 * f18) + (89 * f21) - (46 * f23) + (127 * f24);
        sum += unit > 0 ? 0.00052023f * unit : 0f;

        unit = -4950
            - (10 * f0) - (22 * f2) - (11 * f3) + (18 * f8) + (21 * f17) + (34 * f18) + (57 * f19) + (72 * f21) + (127 * f25)
            + (49 * f26);
        sum += unit > 0 ? -0.00096506f * unit : 0f;

        unit = -10642
            + (63 * f0) - (84 * f2) - (61 * f3) + (94 * f5) - (48 * f12) - (40 * f14) + (43 * f15) + (76 * f17) + (88 * f24)
            + (127 * f26);
        sum += unit > 0 ? 0.00046644f * unit : 0f;

        unit = 7291
            + (18 * f1) - (29 * f2) - (18 * f5) - (19 * f6) + (42 * f14) + (16 * f16) + (47 * f17) - (109 * f19) + (53 * f20)
            - (127 * f23) + (118 * f25);
        sum += unit > 0 ? -0.00053094f * unit : 0f;

        unit = -2297
            + (36 * f1) - (13 * f3) + (39 * f4) + (37 * f5) - (49 * f6) - (52 * f7) - (12 * f10) - (32 * f12) - (52 * f16)
            + (37 * f22) + (127 * f24) + (103 * f25) - (105 * f26);
        sum += unit > 0 ? 0.00060294f * unit : 0f;

        unit = -4394
            - (19 * f3) - (28 * f4) - (42 * f8) + (48 * f11) - (34 * f13) + (49 * f15) - (54 * f20) - (38 * f21) + (81 * f22)
            + (42 * f24) + (127 * f25) + (89 * f26);
        sum += unit > 0 ? -0.0005736f * unit : 0f;

        unit = -894
            + (8 * f3) - (11 * f6) - (2 * f7) - (6 * f10) + (2 * f11) - (20 * f13) + (13 * f22) - (19 * f24) - (127 * f25)
            + (35 * f26);
        sum += unit > 0 ? 0.0019044f * unit : 0f;

        return sum;
    }
}
