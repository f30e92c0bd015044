// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.
namespace NanoFirmware.Audio;

/// <summary>Judges a guess of the beat by its description: one hidden layer, learnt from songs (docs/adr/0007).</summary>
internal static class BeatNetwork
{
    /// <summary>Logarithm of the odds that the guess is right; see <see cref="BeatRater.Describe"/> for the features.</summary>
    internal static float Rate(int[] features)
    {
        int f20 = features[20];
        int f24 = features[24];
        int f0 = features[0];
        int f2 = features[2];
        int f11 = features[11];
        int f25 = features[25];
        int f13 = features[13];
        int f4 = features[4];
        int f17 = features[17];
        int f18 = features[18];
        int f21 = features[21];
        int f5 = features[5];
        int f7 = features[7];
        int f8 = features[8];
        int f16 = features[16];
        int f19 = features[19];
        int f26 = features[26];
        int f3 = features[3];
        int f6 = features[6];
        int f9 = features[9];
        int f15 = features[15];
        int f22 = features[22];
        int f23 = features[23];
        int f1 = features[1];
        int f14 = features[14];
        int f10 = features[10];
        int f12 = features[12];
        float sum = -2.789f;

        int unit = 2607
            - (26 * f0) - (52 * f2) + (49 * f4) + (43 * f5) - (18 * f7) + (19 * f9) - (28 * f13) + (31 * f15) - (47 * f20)
            + (52 * f24) - (127 * f25);
        sum += unit > 0 ? 0.00054072f * unit : 0f;

        unit = 3301
            + (15 * f0) + (8 * f5) - (11 * f9) - (9 * f13) - (116 * f19) + (22 * f20) - (127 * f21) + (106 * f22) - (122 * f23)
            - (17 * f24) - (58 * f25);
        sum += unit > 0 ? -0.00076622f * unit : 0f;

        unit = -2135
            - (11 * f0) + (9 * f5) + (27 * f7) - (30 * f8) - (17 * f13) + (11 * f14) + (12 * f15) + (22 * f17) - (100 * f18)
            - (44 * f19) - (85 * f20) - (42 * f21) - (52 * f22) + (127 * f24) + (38 * f26);
        sum += unit > 0 ? -0.00088492f * unit : 0f;

        unit = 5636
            - (20 * f2) - (32 * f13) + (28 * f15) - (54 * f20) - (56 * f22) - (65 * f24) + (127 * f25) - (48 * f26);
        sum += unit > 0 ? -0.00063787f * unit : 0f;

        unit = -7688
            + (88 * f0) + (22 * f1) - (80 * f2) - (52 * f3) - (18 * f4) + (93 * f5) - (28 * f11) - (46 * f16) + (46 * f17)
            - (45 * f19) + (127 * f20) - (56 * f21) + (62 * f26);
        sum += unit > 0 ? 0.00036798f * unit : 0f;

        unit = 1013
            + (25 * f0) + (10 * f1) - (10 * f2) + (38 * f3) - (29 * f5) - (31 * f6) + (10 * f8) - (28 * f9) - (10 * f10)
            + (8 * f11) - (37 * f13) + (127 * f18) - (56 * f20) + (78 * f21) + (50 * f22) + (55 * f24) - (40 * f26);
        sum += unit > 0 ? 0.00064866f * unit : 0f;

        unit = -4930
            - (18 * f0) - (9 * f2) - (17 * f4) + (14 * f6) + (15 * f11) + (50 * f18) + (34 * f19) - (32 * f20) + (60 * f22)
            + (127 * f24) + (56 * f25) + (71 * f26);
        sum += unit > 0 ? -0.00082808f * unit : 0f;

        unit = -1335
            + (5 * f0) + (11 * f7) - (25 * f8) + (23 * f11) - (5 * f19) - (127 * f24) + (64 * f25);
        sum += unit > 0 ? -0.0012169f * unit : 0f;

        unit = 1408
            - (59 * f0) - (30 * f2) - (73 * f3) + (47 * f6) + (22 * f8) + (75 * f9) + (35 * f11) - (110 * f13) - (39 * f14)
            + (41 * f16) + (54 * f17) + (124 * f18) - (86 * f20) + (127 * f21) + (12 * f22) - (72 * f23) - (107 * f24) + (85 * f25);
        sum += unit > 0 ? -0.00027272f * unit : 0f;

        unit = 792
            + (56 * f1) - (31 * f3) + (37 * f4) + (10 * f6) - (41 * f7) + (19 * f9) - (42 * f10) + (22 * f11) - (71 * f17)
            - (122 * f18) + (78 * f19) + (127 * f20) - (99 * f21) + (115 * f25) - (69 * f26);
        sum += unit > 0 ? 0.00040984f * unit : 0f;

        unit = 88
            - (25 * f1) - (11 * f4) + (23 * f6) + (18 * f7) + (19 * f11) - (24 * f12) - (38 * f13) - (35 * f14) + (19 * f15)
            + (53 * f16) + (13 * f17) - (127 * f24) + (35 * f26);
        sum += unit > 0 ? 0.00071514f * unit : 0f;

        unit = 2347
            + (38 * f1) + (26 * f3) + (29 * f5) - (26 * f8) - (32 * f11) + (33 * f13) - (66 * f15) - (87 * f16) - (127 * f18)
            + (67 * f20) - (65 * f23) + (101 * f24);
        sum += unit > 0 ? -0.00031486f * unit : 0f;

        unit = -1571
            + (6 * f0) - (5 * f2) - (6 * f6) + (4 * f8) - (8 * f9) + (10 * f11) + (13 * f12) - (18 * f18) - (4 * f20)
            + (127 * f24) - (77 * f25);
        sum += unit > 0 ? -0.0028102f * unit : 0f;

        unit = 2784
            - (55 * f2) + (19 * f3) + (35 * f4) + (25 * f7) + (39 * f8) - (30 * f16) - (45 * f17) - (67 * f19) - (74 * f21)
            + (59 * f23) - (101 * f24) - (127 * f25);
        sum += unit > 0 ? -0.00042481f * unit : 0f;

        unit = -7611
            - (10 * f0) + (29 * f2) - (12 * f4) + (28 * f5) + (23 * f11) - (46 * f12) + (37 * f13) + (50 * f16) + (59 * f17)
            - (38 * f20) + (23 * f23) + (127 * f24);
        sum += unit > 0 ? 0.00057991f * unit : 0f;

        unit = -4961
            - (34 * f2) + (36 * f4) - (69 * f7) - (41 * f10) + (73 * f14) + (82 * f15) + (127 * f16) + (104 * f17) + (79 * f18)
            + (89 * f20) + (104 * f21) - (61 * f23) + (109 * f25);
        sum += unit > 0 ? -0.00029472f * unit : 0f;

        return sum;
    }
}
