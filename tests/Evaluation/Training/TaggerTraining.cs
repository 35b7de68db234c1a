using System.Globalization;
using System.IO.Compression;
using Evaluation.Entities;
using Recognition.Features;
using Recognition.Perceptron;
using Recognition.Tagging;

namespace Evaluation.Training;

/// <summary>Trains the model of the fast recogniser on the text and the lists of names that it may ship with.</summary>
internal sealed class TaggerTraining(string data, TrainingSettings settings, Action<string> say)
{
    private List<TaggedDocument> documents = [];
    private WordForm[][] sentences = [];
    private int[] documentOf = [];
    private int[] everySentence = [];
    private Gazetteer gazetteer = Gazetteer.Empty;

    public void Run(string output)
    {
        var names = new NameSources(Path.Combine(data, "names")).Read();
        var clusters = ReadClusters();
        gazetteer = new Gazetteer(names);
        documents = ReadText();
        documents.AddRange(InCapitals(documents));
        var features = FirstPassFeatures(new WordClusters(clusters));
        say(
            $"{documents.Count} documents, {sentences.Length} sentences, {sentences.Sum(sentence => sentence.Length)} tokens; " +
            $"{names.Count} names, {clusters.Count} clustered words");

        var folds = TrainFolds(features);
        var first = TrainPass(features);
        say("the first pass is trained");
        var second = TrainPass(features.With(SecondPassFeatures(folds)));
        say("the second pass is trained");
        PerceptronModel.Write(output, names, clusters, [Quantise(first), Quantise(second)]);
    }

    private PassWeights Quantise((float[] Weights, float[] Transitions) pass) =>
        PassWeights.Quantise(pass.Weights, pass.Transitions, settings.PruneThreshold);

    private SortedDictionary<string, int> ReadClusters()
    {
        var clusters = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var file = File.OpenRead(Path.Combine(data, "train/clusters/clusters-md-1024.tsv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t', ':');
            var coarse = int.Parse(parts[^2], CultureInfo.InvariantCulture);
            var fine = int.Parse(parts[^1], CultureInfo.InvariantCulture);
            clusters[parts[0]] = ((coarse + 1) << 16) | (fine + 1);
        }

        return clusters;
    }

    private List<TaggedDocument> ReadText()
    {
        string In(string file) => Path.Combine(data, "train", file);
        IEnumerable<string> tweets = Directory.EnumerateFiles(In("btc"), "*.conll").Order(StringComparer.Ordinal);
        return
        [
            .. ConllFile.Read(
            [
                In("silver/gmb.conll.gz"), In("silver/wikinews.conll.gz"), In("silver/press.conll.gz"), In("wikigold/wikigold.conll.txt"),
            ]),
            .. ConllFile.Read(
                [In("wnut17/wnut17train.conll"), In("wnut17/emerging.dev.conll"), In("wnut17/emerging.test.annotated"), .. tweets],
                eachSentenceApart: true),
        ];
    }

    /// <summary>
    /// Returns one document in sixteen in capitals, like old wire copy, and another in title case, like a headline. They teach the tagger
    /// that capitals are no evidence of names there.
    /// </summary>
    private static List<TaggedDocument> InCapitals(List<TaggedDocument> documents) =>
        [.. documents.SelectMany((document, i) => (i % 16) switch
        {
            3 => (IEnumerable<TaggedDocument>)[Recase(document, word => word.ToUpperInvariant())],
            11 => [Recase(document, word => word.Length > 3 ? char.ToUpperInvariant(word[0]) + word[1..] : word)],
            _ => [],
        })];

    private static TaggedDocument Recase(TaggedDocument document, Func<string, string> recase) =>
        new([.. document.Sentences.Select(sentence => sentence with { Words = [.. sentence.Words.Select(recase)] })]);

    private TrainingFeatures FirstPassFeatures(WordClusters clusters)
    {
        var forms = new Dictionary<string, WordForm>(StringComparer.Ordinal);
        var features = new TrainingFeatures();
        var all = new List<WordForm[]>();
        var of = new List<int>();
        var buckets = new List<int>();
        var ends = new List<int>();
        WordForm FormOf(string word) =>
            forms.TryGetValue(word, out var form) ? form : forms[word] = new WordForm(word, clusters, gazetteer);

        for (var document = 0; document < documents.Count; document++)
        {
            var words = documents[document].Sentences.Select(sentence => sentence.Words.Select(FormOf).ToArray()).ToArray();
            var lowerCaseWords =
                words.SelectMany(sentence => sentence).Where(word => word.IsLowerCase).Select(word => word.Lower).ToHashSet();
            for (var i = 0; i < words.Length; i++)
            {
                buckets.Clear();
                ends.Clear();
                SentenceFeatures.Add(words[i], gazetteer, lowerCaseWords, buckets, ends);
                features.Add(buckets, ends, TagScheme.Encode(words[i].Length, documents[document].Sentences[i].Names));
                all.Add(words[i]);
                of.Add(document);
            }
        }

        (sentences, documentOf, everySentence) = ([.. all], [.. of], [.. Enumerable.Range(0, all.Count)]);
        return features;
    }

    /// <summary>
    /// Returns the tags of the first pass, each given by weights that were trained without its document: the second pass has to learn from
    /// the errors that the first makes on unseen text.
    /// </summary>
    private byte[][] TrainFolds(TrainingFeatures features)
    {
        var tags = new byte[sentences.Length][];
        Parallel.For(0, settings.Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var others = everySentence.Where(sentence => documentOf[sentence] % settings.Folds != fold);
            var seed = settings.Seed + (uint)fold + 10;
            var model = new PerceptronTrainer(features, settings.Margin).Train([.. others], settings.Epochs, seed);
            float[] emissions = [];
            var lattice = new TagLattice<float>();
            foreach (var sentence in everySentence.Where(sentence => documentOf[sentence] % settings.Folds == fold))
            {
                tags[sentence] = new byte[sentences[sentence].Length];
                PerceptronTrainer.Predict(features, model, sentence, ref emissions, lattice, tags[sentence]);
            }
        });
        return tags;
    }

    private IEnumerable<(List<int> Features, List<int> Ends)> SecondPassFeatures(byte[][] tags)
    {
        var evidence = new DocumentEvidence();
        for (var start = 0; start < sentences.Length;)
        {
            var end = start;
            evidence.Clear();
            for (; end < sentences.Length && documentOf[end] == documentOf[start]; end++)
                evidence.Count(sentences[end], tags[end]);
            for (; start < end; start++)
            {
                var (features, ends) = (new List<int>(), new List<int>());
                evidence.Add(sentences[start], tags[start], features, ends);
                yield return (features, ends);
            }
        }
    }

    /// <summary>Sums the weights of several runs over the text in different orders, which evens out the errors of each order.</summary>
    private (float[] Weights, float[] Transitions) TrainPass(TrainingFeatures features)
    {
        var runs = new (float[] Weights, float[] Transitions)[settings.Runs];
        Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, run =>
            runs[run] = new PerceptronTrainer(features, settings.Margin).Train(everySentence, settings.Epochs, settings.Seed + (uint)run));
        var (weights, transitions) = runs[0];
        foreach (var (otherWeights, otherTransitions) in runs.Skip(1))
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] += otherWeights[i];
            for (var i = 0; i < transitions.Length; i++)
                transitions[i] += otherTransitions[i];
        }

        return (weights, transitions);
    }
}
