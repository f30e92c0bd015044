using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Simulator;
using NanoFirmware.Simulator.Sound;
using NanoFirmware.Simulator.Terminal;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
[RealTime]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public class PlayerTests
{
    private const int PatienceMs = 60_000;

    [TestMethod]
    public void The_microphone_is_what_the_recording_program_brings()
    {
        using var programs = new TemporaryFolder();
        Install(programs, "arecord", "echo \"$@\" > \"$(dirname \"$0\")/told\"; while :; do printf 'AAAAAAAAAAAAAAAA'; done");
        using Microphone microphone = Microphone.Open("hw:1", programs.Name);
        var mono = new float[4000];
        Assert.IsTrue(SpinWait.SpinUntil(() => Loudest(microphone, mono) > 0.4f, PatienceMs), "nothing is heard");
        StringAssert.Contains(File.ReadAllText(programs["told"]), "-r 48000 -c 1");
        StringAssert.Contains(File.ReadAllText(programs["told"]), "-D hw:1");
    }

    [TestMethod]
    public void A_microphone_that_the_system_does_not_give_says_what_the_recording_program_said()
    {
        using var programs = new TemporaryFolder();
        Install(programs, "arecord", "echo 'audio open error: No such file or directory' >&2; exit 1");
        var error = Assert.ThrowsExactly<AudioSourceException>(() => Microphone.Open(null, programs.Name));
        StringAssert.Contains(error.Message, "arecord hears nothing: audio open error: No such file or directory");
    }

    [TestMethod]
    public void Without_a_recording_program_the_way_out_is_said()
    {
        using var nothing = new TemporaryFolder();
        var error = Assert.ThrowsExactly<AudioSourceException>(() => Microphone.Open(null, nothing.Name));
        StringAssert.Contains(error.Message, "ffmpeg");
        StringAssert.Contains(error.Message, "install it, or play a file with --wav");
    }

    [TestMethod]
    [DataRow("paplay")]
    [DataRow("aplay")]
    [DataRow("ffplay")]
    public void What_is_shown_is_heard_by_whichever_program_is_there(string program)
    {
        using var programs = new TemporaryFolder();
        Install(programs, program, "exec cat > \"$(dirname \"$0\")/heard\"");
        using (Loudspeaker loudspeaker = Loudspeaker.Open(programs.Name, Assert.Fail))
        {
            new Deck(new SineSource(440), "sine", loudspeaker).Read(0, 15_360, new float[1536]);
            Assert.IsTrue(SpinWait.SpinUntil(() => Length(programs["heard"]) > 0, PatienceMs), "the program got nothing");
        }

        byte[] heard = File.ReadAllBytes(programs["heard"]);
        int crossings = Enumerable.Range(1, 2399).Count(i => Sample(heard, i - 1) < 0 && Sample(heard, i) >= 0);
        Assert.AreEqual(22, crossings, 1, "waves of 440 Hz in 50 ms at 48 kHz");
    }

    [TestMethod]
    public void A_loudspeaker_that_ends_is_told_and_the_show_goes_on()
    {
        using var programs = new TemporaryFolder();
        Install(programs, "aplay", "echo 'no such card' >&2; exit 1");
        string told = null;
        using Loudspeaker loudspeaker = Loudspeaker.Open(programs.Name, sentence => told = sentence);
        var deck = new Deck(new SineSource(440), "sine", loudspeaker);
        Assert.IsTrue(SpinWait.SpinUntil(() => Play(deck) && told != null, PatienceMs), "nobody was told");
        Assert.AreEqual("Nothing is heard any more: aplay has ended (no such card).", told);
    }

    [TestMethod]
    public void Without_a_playing_program_the_way_out_is_said()
    {
        using var nothing = new TemporaryFolder();
        var error = Assert.ThrowsExactly<AudioSourceException>(() => Loudspeaker.Open(nothing.Name, Assert.Fail));
        StringAssert.Contains(error.Message, "ffplay (of ffmpeg), aplay or paplay");
        StringAssert.Contains(error.Message, "leave --play away");
    }

    [TestMethod]
    public void The_space_bar_holds_the_sound_and_lets_it_go_on_where_it_was()
    {
        var deck = new Deck(new SineSource(440), "sine", null);
        var keys = new Keys(deck, () => Assert.Fail("it quits"));
        var whole = new float[200];
        new SineSource(440).Read(0, 15_360, whole);

        CollectionAssert.AreEqual(whole[..100], Heard(deck));
        keys.Press(' ');
        Assert.AreEqual(0, Heard(deck).Max(Math.Abs), "while it is held");
        keys.Press(' ');
        CollectionAssert.AreEqual(whole[100..], Heard(deck));
    }

    [TestMethod]
    public void Q_quits_and_a_key_that_is_nobodys_does_nothing()
    {
        int quits = 0;
        var keys = new Keys(new Deck(new ZeroSource(), "nothing", null), () => quits++);
        keys.Press('x');
        keys.Press('n');
        Assert.AreEqual(0, quits, "quits before anybody wanted to");
        keys.Press('Q');
        Assert.AreEqual(1, quits, "quits after Q");
    }

    [TestMethod]
    public void N_goes_to_the_next_song_of_a_folder_and_its_name_is_shown()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["1 first.wav"], WavWriter.Encode(15_360, [.. Enumerable.Repeat(0.25f, 15_360)]));
        File.WriteAllBytes(folder["2 second.wav"], WavWriter.Encode(15_360, [.. Enumerable.Repeat(0.75f, 15_360)]));
        using var songs = new SongFolder(folder.Name);
        var deck = new Deck(songs, "folder", null);
        var keys = new Keys(deck, () => Assert.Fail("it quits"));
        Assert.AreEqual(0.25f, Heard(deck)[50], 0.01f, "the first song");
        Assert.AreEqual("1 first.wav", deck.Title);
        StringAssert.Contains(keys.Hint, "n next song");

        keys.Press('n');

        Assert.IsTrue(SpinWait.SpinUntil(() => Heard(deck)[99] > 0.5f, PatienceMs), "the second song is not heard");
        Assert.AreEqual("2 second.wav", deck.Title);
    }

    private static bool Play(Deck deck)
    {
        Heard(deck);
        return true;
    }

    private static float[] Heard(Deck deck)
    {
        var mono = new float[100];
        deck.Read(0, 15_360, mono);
        return mono;
    }

    private static float Loudest(Microphone microphone, float[] mono)
    {
        microphone.Read(0, 15_360, mono);
        return mono.Max(Math.Abs);
    }

    private static short Sample(byte[] heard, int index) => BitConverter.ToInt16(heard, index * 2);

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    // A stand-in for a program of the system: a script of that name.
    private static void Install(TemporaryFolder folder, string name, string script)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(folder[name], "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(folder[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
