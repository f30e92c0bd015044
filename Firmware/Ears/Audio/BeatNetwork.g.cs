// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.
namespace NanoFirmware.Audio;

/// <summary>Judges a guess of the beat by its description: one hidden layer, learnt from songs (docs/adr/0007).</summary>
internal static class BeatNetwork
{
    /// <summary>Logarithm of the odds that the guess is right; see <see cref="BeatRater.Describe"/> for the features.</summary>
    internal static float Rate(int[] features)
    {
        int f3 = features[3];
        int f28 = features[28];
        int f32 = features[32];
        int f16 = features[16];
        int f11 = features[11];
        int f18 = features[18];
        int f20 = features[20];
        int f0 = features[0];
        int f2 = features[2];
        int f12 = features[12];
        int f17 = features[17];
        int f24 = features[24];
        int f25 = features[25];
        int f26 = features[26];
        int f27 = features[27];
        int f34 = features[34];
        int f6 = features[6];
        int f9 = features[9];
        int f14 = features[14];
        int f15 = features[15];
        int f19 = features[19];
        int f22 = features[22];
        int f31 = features[31];
        int f33 = features[33];
        int f5 = features[5];
        int f23 = features[23];
        int f29 = features[29];
        int f1 = features[1];
        int f7 = features[7];
        int f8 = features[8];
        int f13 = features[13];
        int f4 = features[4];
        int f10 = features[10];
        int f21 = features[21];
        int f30 = features[30];
        float sum = -0.82097f;

        int unit = 4765
            + (15 * f1) - (11 * f2) + (39 * f3) - (16 * f5) - (46 * f6) - (23 * f7) - (36 * f10) + (40 * f11) - (91 * f12)
            - (50 * f13) + (27 * f14) + (39 * f15) + (48 * f19) + (93 * f22) + (127 * f24) - (86 * f26) + (86 * f27) + (47 * f33)
            - (40 * f34);
        sum += unit > 0 ? 0.00053935f * unit : 0f;

        unit = 7336
            - (17 * f0) + (16 * f6) + (19 * f9) - (60 * f12) - (22 * f15) - (63 * f16) + (98 * f19) - (37 * f20) + (127 * f24)
            + (32 * f28) - (30 * f29) - (18 * f31) - (14 * f32) - (17 * f34);
        sum += unit > 0 ? -0.00059357f * unit : 0f;

        unit = -5352
            + (17 * f0) + (11 * f2) + (23 * f7) + (18 * f12) + (26 * f14) - (51 * f16) + (58 * f23) - (127 * f25) + (25 * f26)
            - (52 * f28);
        sum += unit > 0 ? -0.00051779f * unit : 0f;

        unit = 5841
            + (56 * f3) - (39 * f6) + (30 * f8) - (28 * f9) + (13 * f11) - (36 * f13) - (44 * f16) - (68 * f18) - (88 * f19)
            + (85 * f20) - (127 * f21) + (45 * f25) + (76 * f27) - (31 * f32);
        sum += unit > 0 ? -0.00046033f * unit : 0f;

        unit = 2031
            + (22 * f1) + (30 * f3) - (29 * f6) - (29 * f13) + (41 * f17) - (72 * f18) - (127 * f25) + (103 * f26) - (67 * f27)
            + (83 * f28) - (20 * f29) - (30 * f31) - (54 * f32);
        sum += unit > 0 ? 0.00070638f * unit : 0f;

        unit = 4668
            - (36 * f0) - (21 * f5) - (115 * f18) + (67 * f27) + (127 * f28);
        sum += unit > 0 ? -0.00027379f * unit : 0f;

        unit = -433
            - (38 * f11) + (127 * f16) - (59 * f23) - (124 * f24) + (61 * f25) + (30 * f32);
        sum += unit > 0 ? -0.00030299f * unit : 0f;

        unit = 1053
            - (28 * f8) + (30 * f11) - (75 * f12) - (112 * f18) - (32 * f20) + (127 * f28) + (22 * f29);
        sum += unit > 0 ? -0.00048991f * unit : 0f;

        unit = 2111
            - (16 * f3) - (25 * f11) + (30 * f12) + (41 * f17) - (62 * f18) - (39 * f19) - (11 * f20) - (82 * f22) - (127 * f24)
            + (96 * f25) - (83 * f27) + (80 * f28) - (12 * f32) + (17 * f34);
        sum += unit > 0 ? -0.0007096f * unit : 0f;

        unit = -1004
            - (23 * f0) - (32 * f3) + (90 * f9) + (31 * f11) + (113 * f16) + (17 * f17) + (111 * f18) + (48 * f22) + (73 * f25)
            - (127 * f28) - (37 * f32) - (54 * f33);
        sum += unit > 0 ? -0.00038089f * unit : 0f;

        unit = 346
            - (79 * f2) - (117 * f3) + (46 * f4) - (127 * f12) + (90 * f32) + (88 * f34);
        sum += unit > 0 ? 0.00019348f * unit : 0f;

        unit = -4345
            + (28 * f3) - (21 * f7) - (18 * f10) + (24 * f15) + (42 * f16) + (27 * f17) + (29 * f20) + (127 * f24) + (57 * f26)
            - (98 * f28) - (21 * f29) - (9 * f33) - (11 * f34);
        sum += unit > 0 ? -0.00094236f * unit : 0f;

        unit = -1376
            + (22 * f1) - (29 * f2) - (15 * f3) + (11 * f4) - (17 * f5) - (23 * f6) + (29 * f11) + (9 * f14) + (53 * f15)
            + (23 * f16) + (15 * f17) + (127 * f24) + (70 * f26) - (9 * f27) + (65 * f28) - (11 * f31) - (19 * f34);
        sum += unit > 0 ? -0.00072387f * unit : 0f;

        unit = 2332
            - (13 * f0) - (11 * f2) - (27 * f3) + (12 * f6) + (37 * f9) + (20 * f11) - (14 * f14) + (29 * f17) - (127 * f18)
            + (100 * f19) + (78 * f20) - (102 * f21) - (78 * f22) + (68 * f23) + (104 * f24) - (73 * f26) - (58 * f27) + (63 * f28)
            + (25 * f30) - (67 * f32);
        sum += unit > 0 ? 0.00069584f * unit : 0f;

        unit = -12520
            + (36 * f0) - (48 * f2) - (28 * f3) + (28 * f9) - (37 * f14) + (42 * f15) + (48 * f16) + (35 * f17) + (52 * f20)
            - (35 * f22) + (45 * f23) - (21 * f25) + (127 * f26) + (19 * f31) + (23 * f32) - (22 * f33) + (37 * f34);
        sum += unit > 0 ? 0.00064602f * unit : 0f;

        unit = 438
            - (50 * f0) + (23 * f2) + (26 * f3) - (11 * f5) + (9 * f8) - (45 * f12) + (127 * f16) + (95 * f18) - (61 * f20)
            - (90 * f28) + (10 * f31) + (40 * f32) - (63 * f33);
        sum += unit > 0 ? 0.00052f * unit : 0f;

        return sum;
    }
}
