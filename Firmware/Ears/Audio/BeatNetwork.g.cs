// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.
namespace NanoFirmware.Audio;

/// <summary>Judges a guess of the beat by its description: one hidden layer, learnt from songs (docs/adr/0007).</summary>
internal static class BeatNetwork
{
    /// <summary>Logarithm of the odds that the guess is right; see <see cref="BeatRater.Describe"/> for the features.</summary>
    internal static float Rate(int[] features)
    {
        int f24 = features[24];
        int f32 = features[32];
        int f3 = features[3];
        int f9 = features[9];
        int f28 = features[28];
        int f19 = features[19];
        int f25 = features[25];
        int f0 = features[0];
        int f12 = features[12];
        int f15 = features[15];
        int f20 = features[20];
        int f23 = features[23];
        int f26 = features[26];
        int f11 = features[11];
        int f27 = features[27];
        int f1 = features[1];
        int f2 = features[2];
        int f21 = features[21];
        int f29 = features[29];
        int f36 = features[36];
        int f8 = features[8];
        int f16 = features[16];
        int f18 = features[18];
        int f22 = features[22];
        int f34 = features[34];
        int f6 = features[6];
        int f14 = features[14];
        int f37 = features[37];
        int f4 = features[4];
        int f5 = features[5];
        int f33 = features[33];
        int f35 = features[35];
        int f10 = features[10];
        int f17 = features[17];
        int f30 = features[30];
        int f31 = features[31];
        int f7 = features[7];
        int f38 = features[38];
        int f13 = features[13];
        float sum = -2.1068f;

        int unit = -2793
            + (23 * f0) + (52 * f3) - (48 * f4) - (57 * f6) - (25 * f8) - (55 * f9) + (38 * f12) - (48 * f13) + (41 * f14)
            - (32 * f15) + (79 * f22) - (99 * f23) + (103 * f25) + (88 * f26) - (19 * f29) - (27 * f31) - (127 * f32) + (76 * f33)
            - (37 * f34) - (34 * f35) + (23 * f36) + (110 * f37);
        sum += unit > 0 ? 0.00048804f * unit : 0f;

        unit = -4031
            - (20 * f1) - (35 * f2) - (43 * f5) + (26 * f9) + (40 * f11) - (58 * f14) + (127 * f16) - (97 * f22) + (61 * f23)
            - (101 * f24) + (50 * f26) - (59 * f27) + (25 * f31) + (21 * f32) + (47 * f34);
        sum += unit > 0 ? 0.00032559f * unit : 0f;

        unit = -3959
            - (14 * f0) - (32 * f9) + (30 * f11) - (23 * f15) + (21 * f19) - (87 * f21) + (41 * f22) - (39 * f23) + (123 * f24)
            + (127 * f26) - (60 * f28) - (33 * f33) - (84 * f35) + (36 * f36) + (75 * f37) - (55 * f38);
        sum += unit > 0 ? -0.00048491f * unit : 0f;

        unit = 2154
            - (17 * f2) - (10 * f4) - (10 * f5) + (11 * f7) - (18 * f8) - (24 * f9) + (14 * f10) - (37 * f14) - (55 * f18)
            + (27 * f19) - (15 * f22) - (127 * f24) + (91 * f25) + (7 * f26) + (89 * f28) + (16 * f31) - (22 * f32) + (12 * f33);
        sum += unit > 0 ? -0.00063923f * unit : 0f;

        unit = -3968
            + (13 * f0) + (15 * f3) - (13 * f9) + (18 * f15) + (17 * f16) + (17 * f17) + (35 * f19) + (29 * f21) - (11 * f23)
            + (104 * f24) - (127 * f28) - (21 * f29) - (17 * f34) + (36 * f35);
        sum += unit > 0 ? -0.00077717f * unit : 0f;

        unit = -52
            + (30 * f2) + (17 * f6) - (46 * f8) + (58 * f23) - (64 * f24) - (127 * f36);
        sum += unit > 0 ? -0.00033856f * unit : 0f;

        unit = -5295
            + (58 * f0) + (26 * f1) + (28 * f3) - (39 * f5) - (34 * f9) - (28 * f11) - (67 * f12) + (15 * f15) + (24 * f18)
            + (127 * f21) - (25 * f30) + (45 * f32) + (70 * f36);
        sum += unit > 0 ? 0.00034423f * unit : 0f;

        unit = -10280
            + (46 * f0) + (23 * f3) + (15 * f4) - (22 * f6) - (39 * f9) - (40 * f10) - (127 * f12) + (45 * f23) + (87 * f28)
            + (30 * f29) + (33 * f34) + (48 * f37);
        sum += unit > 0 ? -0.00039138f * unit : 0f;

        unit = -1532
            + (18 * f1) - (13 * f12) - (39 * f14) - (127 * f18) + (83 * f19) + (79 * f20) - (83 * f21) - (68 * f25) - (52 * f27)
            + (94 * f28) + (9 * f30) - (30 * f32) + (23 * f33);
        sum += unit > 0 ? 0.00057267f * unit : 0f;

        unit = -5064
            + (8 * f0) + (10 * f9) + (19 * f12) + (48 * f19) + (53 * f21) + (127 * f24) - (52 * f25) + (37 * f26) - (36 * f27)
            - (12 * f31) - (12 * f32) + (14 * f36) + (30 * f37);
        sum += unit > 0 ? -0.0009237f * unit : 0f;

        unit = 1362
            + (25 * f1) - (16 * f2) + (15 * f3) - (19 * f5) + (19 * f8) + (64 * f15) - (54 * f16) - (51 * f18) + (64 * f20)
            - (42 * f21) - (41 * f24) + (107 * f25) + (127 * f27) - (96 * f28) - (16 * f29) + (37 * f36);
        sum += unit > 0 ? -0.00040358f * unit : 0f;

        unit = 2724
            + (23 * f9) - (84 * f15) + (85 * f18) - (99 * f19) + (93 * f22) + (127 * f24) + (87 * f28) - (34 * f30) - (28 * f32);
        sum += unit > 0 ? -0.00036074f * unit : 0f;

        unit = -6959
            - (9 * f1) + (9 * f2) + (18 * f12) + (127 * f24) + (27 * f27) - (46 * f28) + (44 * f29) + (6 * f34) - (31 * f35);
        sum += unit > 0 ? 0.00081421f * unit : 0f;

        unit = 3224
            - (48 * f3) - (127 * f15) - (99 * f16) - (110 * f27) + (95 * f28) + (53 * f32);
        sum += unit > 0 ? -0.00021832f * unit : 0f;

        unit = 3102
            + (18 * f0) - (33 * f1) - (4 * f11) - (42 * f12) - (18 * f14) + (101 * f16) - (127 * f18) - (111 * f20) + (33 * f24)
            + (115 * f27) + (26 * f32) + (12 * f38);
        sum += unit > 0 ? -0.00032804f * unit : 0f;

        unit = -1243
            + (25 * f3) + (43 * f4) - (29 * f6) - (62 * f12) + (77 * f15) - (95 * f20) + (127 * f22) - (39 * f25) - (23 * f30)
            + (7 * f34);
        sum += unit > 0 ? 0.00032557f * unit : 0f;

        unit = -9397
            + (57 * f0) - (114 * f2) - (118 * f3) + (78 * f5) + (51 * f17) + (87 * f20) + (127 * f25) + (87 * f26) + (60 * f32)
            + (40 * f34);
        sum += unit > 0 ? 0.00027587f * unit : 0f;

        unit = 3754
            - (34 * f8) - (23 * f11) + (103 * f24) - (127 * f25) + (74 * f26) - (7 * f29) - (23 * f32) - (65 * f37);
        sum += unit > 0 ? 0.00041352f * unit : 0f;

        unit = -4579
            - (30 * f2) - (30 * f3) + (27 * f11) + (70 * f16) + (113 * f18) - (50 * f19) - (65 * f20) + (76 * f23) - (96 * f24)
            + (127 * f25) + (19 * f32) + (33 * f36);
        sum += unit > 0 ? -0.00053325f * unit : 0f;

        unit = -6278
            - (25 * f0) + (19 * f1) + (14 * f3) + (19 * f6) - (18 * f8) + (34 * f9) - (7 * f11) + (19 * f15) - (33 * f20)
            - (63 * f23) - (57 * f24) + (127 * f25) + (89 * f26) - (56 * f28) - (15 * f35) + (25 * f36);
        sum += unit > 0 ? -0.00056846f * unit : 0f;

        unit = 2238
            - (61 * f9) + (34 * f10) + (62 * f16) + (46 * f17) + (75 * f19) - (127 * f20) + (36 * f21) - (93 * f33);
        sum += unit > 0 ? 0.000264f * unit : 0f;

        unit = -6384
            + (44 * f1) + (24 * f4) - (35 * f7) - (90 * f10) + (46 * f11) - (126 * f12) + (105 * f19) + (56 * f24) + (127 * f27)
            + (41 * f32);
        sum += unit > 0 ? 0.00023134f * unit : 0f;

        unit = -11085
            + (32 * f0) + (25 * f3) + (53 * f12) - (127 * f19) + (48 * f20) - (100 * f22) - (116 * f23) - (72 * f24) + (121 * f25)
            + (101 * f26) - (67 * f28) + (59 * f29);
        sum += unit > 0 ? -0.00023517f * unit : 0f;

        unit = -950
            - (27 * f2) - (26 * f3) - (42 * f6) - (25 * f8) - (37 * f9) - (25 * f11) + (55 * f14) + (44 * f15) + (53 * f17)
            - (86 * f19) + (64 * f20) + (31 * f21) - (67 * f23) + (87 * f24) + (79 * f26) - (127 * f27) + (93 * f28) - (6 * f29)
            + (54 * f37);
        sum += unit > 0 ? -0.00050593f * unit : 0f;

        return sum;
    }
}
