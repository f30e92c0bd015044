// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.
namespace NanoFirmware.Audio;

/// <summary>Judges a guess of the beat by its description: one hidden layer, learnt from songs (docs/adr/0007).</summary>
internal static class BeatNetwork
{
    /// <summary>Logarithm of the odds that the guess is right; see <see cref="BeatRater.Describe"/> for the features.</summary>
    internal static float Rate(int[] features)
    {
        int f18 = features[18];
        int f24 = features[24];
        int f3 = features[3];
        int f5 = features[5];
        int f25 = features[25];
        int f0 = features[0];
        int f17 = features[17];
        int f2 = features[2];
        int f11 = features[11];
        int f20 = features[20];
        int f21 = features[21];
        int f4 = features[4];
        int f6 = features[6];
        int f8 = features[8];
        int f10 = features[10];
        int f16 = features[16];
        int f19 = features[19];
        int f1 = features[1];
        int f9 = features[9];
        int f12 = features[12];
        int f13 = features[13];
        int f14 = features[14];
        int f23 = features[23];
        int f26 = features[26];
        int f15 = features[15];
        int f22 = features[22];
        int f7 = features[7];
        float sum = -1.9192f;

        int unit = 1605
            - (8 * f3) + (14 * f5) + (15 * f6) - (10 * f8) + (22 * f9) - (70 * f15) - (41 * f16) - (29 * f17) + (44 * f18)
            - (127 * f24);
        sum += unit > 0 ? -0.00074784f * unit : 0f;

        unit = -480
            + (10 * f2) + (46 * f3) + (18 * f4) - (40 * f6) - (16 * f10) - (44 * f13) - (18 * f17) + (91 * f18) - (70 * f20)
            + (93 * f21) + (84 * f22) - (37 * f23) - (127 * f24) - (60 * f25);
        sum += unit > 0 ? 0.00059278f * unit : 0f;

        unit = -3752
            + (69 * f0) - (80 * f2) - (68 * f3) - (36 * f4) + (127 * f5) + (24 * f8) - (91 * f12) + (86 * f13) + (87 * f15)
            + (44 * f17) + (99 * f18) - (76 * f19) + (46 * f24);
        sum += unit > 0 ? 0.00033117f * unit : 0f;

        unit = -2288
            - (35 * f0) + (26 * f1) - (44 * f3) + (58 * f4) + (26 * f5) + (18 * f9) + (22 * f11) - (15 * f14) + (33 * f16)
            - (127 * f18) - (120 * f21) + (50 * f23);
        sum += unit > 0 ? 0.00051422f * unit : 0f;

        unit = -1943
            + (18 * f0) + (33 * f1) - (65 * f2) + (9 * f4) + (63 * f5) - (28 * f8) + (37 * f9) - (62 * f11) + (81 * f12)
            - (65 * f13) + (37 * f14) - (35 * f15) - (127 * f16) - (74 * f18) - (79 * f21) - (117 * f24) + (75 * f26);
        sum += unit > 0 ? 0.00037043f * unit : 0f;

        unit = -2407
            - (37 * f0) - (32 * f2) - (26 * f3) - (20 * f5) + (13 * f6) + (28 * f8) + (16 * f9) + (127 * f18) - (53 * f20)
            + (81 * f21) + (95 * f22) + (52 * f24) + (117 * f25) + (51 * f26);
        sum += unit > 0 ? -0.00055354f * unit : 0f;

        unit = -519
            + (18 * f0) + (23 * f1) + (34 * f3) + (17 * f4) - (17 * f5) - (22 * f10) - (10 * f13) + (51 * f17) - (84 * f18)
            + (35 * f19) + (127 * f24) + (123 * f25) - (106 * f26);
        sum += unit > 0 ? 0.00066559f * unit : 0f;

        unit = -2263
            - (31 * f2) - (27 * f3) + (17 * f5) + (14 * f6) + (29 * f7) - (28 * f8) - (14 * f10) + (31 * f11) - (28 * f13)
            - (28 * f16) - (74 * f18) - (123 * f20) - (57 * f21) - (108 * f22) + (59 * f23) + (127 * f24) + (54 * f26);
        sum += unit > 0 ? -0.00068016f * unit : 0f;

        unit = 1610
            + (18 * f8) - (16 * f9) + (21 * f10) + (8 * f11) - (15 * f14) - (28 * f15) - (31 * f17) - (78 * f18) - (45 * f19)
            - (25 * f20) - (71 * f21) + (35 * f22) + (127 * f24) - (84 * f25);
        sum += unit > 0 ? -0.00082351f * unit : 0f;

        unit = 825
            + (18 * f0) - (12 * f2) + (8 * f5) + (10 * f7) - (17 * f12) - (45 * f19) - (74 * f21) + (54 * f22) - (86 * f23)
            - (98 * f24) + (127 * f25);
        sum += unit > 0 ? -0.00083284f * unit : 0f;

        unit = -851
            - (7 * f0) - (6 * f1) + (4 * f2) + (4 * f3) - (7 * f4) - (4 * f9) - (3 * f14) + (15 * f16) + (21 * f17)
            - (13 * f19) - (15 * f20) + (11 * f21) - (127 * f25) + (30 * f26);
        sum += unit > 0 ? 0.0022927f * unit : 0f;

        unit = -6310
            + (49 * f0) - (19 * f1) + (27 * f6) - (36 * f12) - (50 * f13) - (69 * f14) + (65 * f20) - (127 * f25) + (120 * f26);
        sum += unit > 0 ? 0.0003407f * unit : 0f;

        unit = -3986
            + (22 * f0) + (15 * f1) + (49 * f3) - (18 * f6) + (27 * f7) + (6 * f10) - (15 * f11) + (54 * f12) - (108 * f16)
            - (127 * f18) + (57 * f19);
        sum += unit > 0 ? -0.00057015f * unit : 0f;

        unit = 643
            - (25 * f2) - (23 * f7) - (33 * f10) + (44 * f11) + (26 * f12) + (39 * f14) + (81 * f15) + (63 * f16) + (96 * f17)
            - (83 * f18) + (43 * f20) - (68 * f23) + (127 * f24) + (77 * f25);
        sum += unit > 0 ? -0.00048432f * unit : 0f;

        unit = 1057
            + (15 * f3) + (24 * f5) - (9 * f8) - (16 * f10) - (39 * f11) + (32 * f17) - (74 * f20) + (127 * f25);
        sum += unit > 0 ? -0.00056758f * unit : 0f;

        unit = 3555
            + (12 * f4) + (11 * f5) - (23 * f6) - (15 * f11) + (16 * f17) - (127 * f19) - (27 * f23) - (127 * f24) - (81 * f25);
        sum += unit > 0 ? -0.0007436f * unit : 0f;

        return sum;
    }
}
