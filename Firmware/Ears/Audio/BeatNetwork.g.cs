// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.
namespace NanoFirmware.Audio;

/// <summary>Judges a guess of the beat by its description: one hidden layer, learnt from songs (docs/adr/0007).</summary>
internal static class BeatNetwork
{
    /// <summary>Logarithm of the odds that the guess is right; see <see cref="BeatRater.Describe"/> for the features.</summary>
    internal static float Rate(int[] features)
    {
        int f25 = features[25];
        int f3 = features[3];
        int f9 = features[9];
        int f6 = features[6];
        int f16 = features[16];
        int f24 = features[24];
        int f2 = features[2];
        int f12 = features[12];
        int f20 = features[20];
        int f26 = features[26];
        int f28 = features[28];
        int f18 = features[18];
        int f22 = features[22];
        int f34 = features[34];
        int f11 = features[11];
        int f21 = features[21];
        int f23 = features[23];
        int f32 = features[32];
        int f5 = features[5];
        int f8 = features[8];
        int f17 = features[17];
        int f0 = features[0];
        int f27 = features[27];
        int f29 = features[29];
        int f13 = features[13];
        int f14 = features[14];
        int f15 = features[15];
        int f19 = features[19];
        int f31 = features[31];
        int f33 = features[33];
        int f1 = features[1];
        int f4 = features[4];
        int f7 = features[7];
        int f10 = features[10];
        int f30 = features[30];
        float sum = -1.1922f;

        int unit = 1644
            + (39 * f3) - (48 * f6) + (35 * f8) - (60 * f9) + (5 * f11) - (107 * f12) + (91 * f18) - (60 * f20) + (48 * f21)
            + (72 * f22) + (123 * f24) + (127 * f27) + (21 * f32) - (28 * f34);
        sum += unit > 0 ? 0.0005247f * unit : 0f;

        unit = -638
            + (20 * f6) - (58 * f12) - (65 * f15) - (62 * f16) + (85 * f21) + (127 * f22) + (67 * f24) - (76 * f25) + (86 * f28)
            - (34 * f32);
        sum += unit > 0 ? -0.00039144f * unit : 0f;

        unit = -6013
            - (24 * f0) + (62 * f1) + (27 * f2) + (41 * f4) + (14 * f5) + (18 * f6) + (29 * f9) - (18 * f11) + (39 * f12)
            - (42 * f13) + (12 * f14) - (114 * f16) + (86 * f18) + (49 * f20) - (28 * f22) - (51 * f23) - (61 * f24) + (71 * f25)
            + (76 * f26) - (127 * f28) - (19 * f29) - (37 * f30) - (39 * f33) - (23 * f34);
        sum += unit > 0 ? -0.00067948f * unit : 0f;

        unit = 6253
            - (26 * f2) + (39 * f3) - (25 * f6) + (41 * f8) - (44 * f9) + (27 * f10) - (84 * f12) - (69 * f16) - (127 * f21)
            + (53 * f25) + (127 * f27) - (16 * f32);
        sum += unit > 0 ? -0.00044292f * unit : 0f;

        unit = -1409
            + (3 * f0) + (39 * f1) + (13 * f2) + (48 * f3) + (3 * f5) - (22 * f8) - (29 * f9) - (18 * f11) - (31 * f13)
            - (127 * f16) - (54 * f18) + (24 * f19) + (25 * f20) - (67 * f21) + (110 * f22) - (74 * f23) - (119 * f25) + (49 * f26)
            - (25 * f27) + (53 * f28) - (17 * f29) - (11 * f31) - (73 * f32) + (33 * f33) - (5 * f34);
        sum += unit > 0 ? 0.00067812f * unit : 0f;

        unit = 1822
            - (12 * f3) + (19 * f16) + (16 * f17) - (127 * f19) + (50 * f22) - (83 * f23) + (95 * f28) + (14 * f32);
        sum += unit > 0 ? -0.00055488f * unit : 0f;

        unit = -6798
            - (7 * f6) - (18 * f9) - (18 * f12) + (20 * f13) - (15 * f14) + (20 * f18) - (24 * f19) - (127 * f24) + (55 * f25)
            + (31 * f26) + (16 * f29) + (7 * f30) + (18 * f31) + (16 * f34);
        sum += unit > 0 ? -0.0016898f * unit : 0f;

        unit = 902
            + (7 * f0) + (9 * f3) - (9 * f6) - (21 * f9) - (14 * f16) - (20 * f18) - (3 * f21) + (127 * f24) - (120 * f25);
        sum += unit > 0 ? -0.0010382f * unit : 0f;

        unit = 3003
            - (10 * f2) - (24 * f3) + (19 * f7) - (18 * f8) + (34 * f17) - (53 * f18) - (55 * f20) - (37 * f22) - (127 * f24)
            + (98 * f25) + (114 * f28);
        sum += unit > 0 ? -0.00064769f * unit : 0f;

        unit = -7825
            + (58 * f9) + (44 * f11) + (122 * f24) + (127 * f25) + (90 * f26) + (87 * f27) - (68 * f28);
        sum += unit > 0 ? -0.00034453f * unit : 0f;

        unit = -16309
            - (7 * f2) + (127 * f5) + (25 * f11) + (53 * f25);
        sum += unit > 0 ? 0.00046579f * unit : 0f;

        unit = -1138
            - (45 * f2) - (35 * f3) - (24 * f6) + (37 * f8) - (45 * f12) + (38 * f16) + (86 * f18) - (34 * f20) + (81 * f21)
            + (67 * f23) + (127 * f24) - (57 * f25) + (94 * f28);
        sum += unit > 0 ? -0.00045408f * unit : 0f;

        unit = -4167
            + (14 * f3) - (13 * f6) - (14 * f9) - (14 * f11) + (21 * f12) + (43 * f15) + (45 * f16) + (26 * f17) + (47 * f20)
            - (26 * f23) + (127 * f25) + (69 * f26) - (63 * f28) - (19 * f29) - (15 * f34);
        sum += unit > 0 ? -0.00076813f * unit : 0f;

        unit = 7314
            + (54 * f0) - (56 * f2) - (65 * f3) + (62 * f5) - (62 * f12) + (51 * f17) - (44 * f25) - (127 * f26);
        sum += unit > 0 ? 0.00031972f * unit : 0f;

        unit = -12228
            - (43 * f2) - (25 * f3) + (25 * f4) - (35 * f5) + (36 * f9) - (56 * f14) + (48 * f15) + (80 * f20) - (29 * f22)
            + (53 * f23) + (127 * f26) + (35 * f31) + (26 * f32) + (73 * f34);
        sum += unit > 0 ? 0.00051856f * unit : 0f;

        unit = -6361
            - (12 * f6) + (12 * f7) - (15 * f9) + (11 * f10) + (43 * f16) + (33 * f17) - (34 * f20) - (40 * f24) - (127 * f25)
            + (103 * f26) - (15 * f33) + (4 * f34);
        sum += unit > 0 ? 0.00092146f * unit : 0f;

        return sum;
    }
}
