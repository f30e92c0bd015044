using System.CommandLine;
using NanoFirmware.Bench.Audio.Songs;
using NanoFirmware.DeviceModel.Reporting;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// `train`: makes songs, trains the network that rates beats on them, and writes its weights for Tools/Generator.
/// </summary>
internal sealed class TrainCommand : Command
{
    private const int HiddenUnits = 24;
    private const int Parts = 3;
    private const int KeptWeights = 960;
    private const int PruningSteps = 5;
    private const int Epochs = 10;
    private const int EpochsBetween = 4;
    private const long BandSeed = 1000;
    private const long ChanceSeed = 200_000;
    private const long ChanceGrooveSeed = 6_000_000;
    private const long CrossedSeed = 4_000_000;
    private const long NoiseSeed = 100;
    private const long TrainingSeed = 7;
    private const double NoMusicSeconds = 40;

    // To fifteen songs over taught grooves come as many over crossed ones, ten over grooves made up by chance, twelve plain ones,
    // and six recordings of what is no music: what is seldom right is little trusted, and the rest may be trusted the sooner.
    private const double ChanceShare = 2 / 3.0;
    private const double PlainShare = 0.8;
    private const double NoMusicShare = 0.4;

    // Two sets of recordings as the scorecard has them, none of them its own.
    private static readonly long[] ScorecardSeeds = { 5001, 6001 };

    private readonly Option<int> _songs = new("--songs")
    {
        Description = "Songs over the taught grooves.",
        DefaultValueFactory = _ => 1500,
    };

    private readonly Option<int> _heldOut = new("--held-out")
    {
        Description = "Songs over the held-out grooves, to judge by.",
        DefaultValueFactory = _ => HeldOutScore.Songs,
    };

    private readonly Option<FileInfo?> _weights = new("--weights")
    {
        Description = "Train, and write the weights here (Tools/Generator/beat-network.json).",
        HelpName = "FILE",
    };

    internal TrainCommand()
        : base("train", "Train the beat network; without --weights only say how the present one does on rhythms it never heard.")
    {
        Options.Add(_songs);
        Options.Add(_heldOut);
        Options.Add(_weights);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        if (arguments.GetValue(_weights) is FileInfo file)
        {
            File.WriteAllText(file.FullName, Train(arguments.GetValue(_songs)));
            Console.WriteLine("Now run Tools/Generator, and this command again without --weights.");
        }
        else
        {
            int songs = arguments.GetValue(_heldOut);
            HeldOutScore.Print(HeldOutGrooves.All, songs, Console.Out);
            HeldOutScore.Print(HeldOutTernaryGrooves.All, songs, Console.Out);
        }
    }

    private static string Train(int songs)
    {
        List<Guess[]> searches = CollectAll(songs);
        Console.WriteLine($"{searches.Count} searches, {searches.Sum(search => search.Length)} guesses");
        var normalisation = new Normalisation(searches);
        searches = normalisation.Apply(searches);
        var random = new SeededRandom(TrainingSeed);
        var network = new TrainingNetwork(searches[0][0].Features.Length, HiddenUnits, random, Parts);
        var trainer = new Trainer(network, searches, random);
        const int epochs = Epochs + ((PruningSteps - 1) * EpochsBetween) + Epochs;
        double pruned = ProgressDisplay.Show("epochs", epochs, progress => TrainAndPrune(network, searches, trainer, progress));
        Console.WriteLine($"pruned: {pruned:0.000}");
        return normalisation.ToJson(network);
    }

    private static double TrainAndPrune(
        TrainingNetwork network, List<Guess[]> searches, Trainer trainer, ProgressDisplay progress)
    {
        trainer.Train(Epochs, progress.Advance);
        progress.WriteLine($"dense: {Trainer.Accuracy(network, searches):0.000} of the searches that can be right");
        for (int step = 1; step <= PruningSteps; step++)
        {
            double share = Math.Pow(KeptWeights / (double)network.Weights, step / (double)PruningSteps);
            network.Prune((int)Math.Round(network.Weights * share));
            trainer.Train(step == PruningSteps ? Epochs : EpochsBetween, progress.Advance);
        }

        return Trainer.Accuracy(network, searches);
    }

    // The scorecard's kinds of recordings by other seeds, songs over taught, crossed and chance grooves, plain songs, no music.
    private static List<Guess[]> CollectAll(int songs)
    {
        var jobs = new List<Func<List<Guess[]>>>();
        jobs.AddRange(ScorecardSeeds.SelectMany(seed => VectorSet.Make(isQuick: false, seed)).Where(vector => vector.Song != null)
            .Select(vector => (Func<List<Guess[]>>)(() => GuessCollector.Collect(vector.Render(), vector.Song!.Truth.Beats))));
        Add(songs, i => Of(new BandSong(TaughtGrooves.All, BandSeed + i)));
        Add(songs, i => Of(new BandSong([CrossedGrooves.Make(i)], CrossedSeed + i)));
        Add(songs * ChanceShare, i => Of(new BandSong([ChanceGrooves.Make(ChanceGrooveSeed + i)], ChanceSeed + i)));
        Add(songs * PlainShare, i => Of(PlainSongs.Make(i)));
        Add(songs * NoMusicShare, i => GuessCollector.Collect(NoMusic.Make(NoiseSeed + i, NoMusicSeconds), []));
        var results = new List<Guess[]>[jobs.Count];
        ProgressDisplay.Show("songs", jobs.Count, progress => Parallel.For(
            0, jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount) }, i =>
            {
                results[i] = jobs[i]();
                progress.Advance();
            }));
        return results.SelectMany(result => result).ToList();

        void Add(double count, Func<int, List<Guess[]>> collect) =>
            jobs.AddRange(Enumerable.Range(0, (int)Math.Round(count)).Select(i =>
                (Func<List<Guess[]>>)(() => collect(i))));
    }

    private static List<Guess[]> Of(BandSong song) => GuessCollector.Collect(song.Samples, song.Beats);

    private static List<Guess[]> Of(PlainSong song) => GuessCollector.Collect(Hearing.Quantise(song.Render()), song.Beats);
}
