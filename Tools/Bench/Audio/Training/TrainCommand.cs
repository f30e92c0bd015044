using System.CommandLine;
using NanoFirmware.DeviceModel.Reporting;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// `train`: makes songs, trains the network that rates beats on them, and writes its weights for Tools/Generator.
/// </summary>
internal sealed class TrainCommand : Command
{
    private const int HiddenUnits = 24;
    private const int KeptWeights = 300;
    private const int PruningSteps = 5;
    private const int Epochs = 10;
    private const int EpochsBetween = 4;
    private const long BandSeed = 1000;
    private const long ChanceSeed = 200_000;
    private const long ChanceGrooveSeed = 6_000_000;
    private const long NoiseSeed = 100;
    private const long HeldOutSeed = 900_000;
    private const long TrainingSeed = 4;
    private const double NoMusicSeconds = 40;

    // To so many songs over taught grooves comes one over a groove made up by chance, and one recording of what is no music: what
    // is seldom right is little trusted, and the rest may be trusted the sooner.
    private const int ChanceShare = 4;
    private const int NoMusicShare = 4;

    // Two sets of recordings as the scorecard has them, none of them its own.
    private static readonly long[] ScorecardSeeds = { 5001, 6001 };

    private readonly Option<int> _songs = new("--songs")
    {
        Description = "Songs over the taught grooves.",
        DefaultValueFactory = _ => 2400,
    };

    private readonly Option<int> _heldOut = new("--held-out")
    {
        Description = "Songs over the held-out grooves, to judge by.",
        DefaultValueFactory = _ => 300,
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
            HeldOutScore.Print(HeldOutGrooves.All, songs, HeldOutSeed, Console.Out);
            HeldOutScore.Print(HeldOutTernaryGrooves.All, songs, HeldOutSeed, Console.Out);
        }
    }

    private static string Train(int songs)
    {
        List<Guess[]> searches = CollectAll(songs);
        Console.WriteLine($"{searches.Count} searches, {searches.Sum(search => search.Length)} guesses");
        var normalisation = new Normalisation(searches);
        searches = normalisation.Apply(searches);
        var random = new SeededRandom(TrainingSeed);
        var network = new TrainingNetwork(searches[0][0].Features.Length, HiddenUnits, random);
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

    // The scorecard's kinds of recordings by other seeds, songs over taught grooves and over chance ones, and what is no music.
    private static List<Guess[]> CollectAll(int songs)
    {
        var jobs = new List<Func<List<Guess[]>>>();
        jobs.AddRange(ScorecardSeeds.SelectMany(seed => VectorSet.Make(isQuick: false, seed)).Where(vector => vector.Song != null)
            .Select(vector => (Func<List<Guess[]>>)(() => GuessCollector.Collect(vector.Render(), vector.Song!.Truth.Beats))));
        jobs.AddRange(Enumerable.Range(0, songs).Select(i => (Func<List<Guess[]>>)(() =>
        {
            var song = new BandSong(TaughtGrooves.All, BandSeed + i);
            return GuessCollector.Collect(song.Samples, song.Beats);
        })));
        jobs.AddRange(Enumerable.Range(0, songs / ChanceShare).Select(i => (Func<List<Guess[]>>)(() =>
        {
            var song = new BandSong([ChanceGrooves.Make(ChanceGrooveSeed + i)], ChanceSeed + i);
            return GuessCollector.Collect(song.Samples, song.Beats);
        })));
        jobs.AddRange(Enumerable.Range(0, songs / NoMusicShare).Select(i => (Func<List<Guess[]>>)(() =>
            GuessCollector.Collect(NoMusic.Make(NoiseSeed + i, NoMusicSeconds), Array.Empty<double>()))));
        var results = new List<Guess[]>[jobs.Count];
        ProgressDisplay.Show("songs", jobs.Count, progress => Parallel.For(
            0, jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount) }, i =>
            {
                results[i] = jobs[i]();
                progress.Advance();
            }));
        return results.SelectMany(result => result).ToList();
    }
}
