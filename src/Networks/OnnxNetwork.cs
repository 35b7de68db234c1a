using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace Networks;

/// <summary>
/// A network that reads a sequence of pieces. It runs on the calling thread: callers use more cores by reading several texts at once.
/// Thread-safe.
/// </summary>
public sealed class OnnxNetwork : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions options = new();

    /// <param name="path">Path of an ONNX file.</param>
    /// <exception cref="InvalidDataException">The file is not a network that ONNX Runtime can load.</exception>
    public OnnxNetwork(string path)
    {
        using var settings = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        var bytes = File.ReadAllBytes(path);
        try
        {
            session = new InferenceSession(bytes, settings);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"{path} is not a valid model; expected a network in ONNX format: {e.Message}", e);
        }

        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
    }

    /// <summary>The first 12 hexadecimal digits of the file's SHA-256.</summary>
    public string Hash { get; }

    /// <summary>Runs the network on one sequence.</summary>
    /// <param name="output">Name of the output to return.</param>
    /// <param name="inputs">All of one length, each with the name of its input.</param>
    public float[] Run(string output, params ReadOnlySpan<(string Name, long[] Values)> inputs)
    {
        var (names, values) = (new string[inputs.Length], new OrtValue[inputs.Length]);
        try
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                names[i] = inputs[i].Name;
                values[i] = OrtValue.CreateTensorValueFromMemory(inputs[i].Values, [1, inputs[i].Values.Length]);
            }

            using var results = session.Run(options, names, values, [output]);
            return results[0].GetTensorDataAsSpan<float>().ToArray();
        }
        finally
        {
            foreach (var value in values)
                value?.Dispose();
        }
    }

    public void Dispose()
    {
        session.Dispose();
        options.Dispose();
    }
}
