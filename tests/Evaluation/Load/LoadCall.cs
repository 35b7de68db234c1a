using Grpc.Core;
using Grpc.Net.Client;

namespace Evaluation.Load;

/// <summary>One call of a caller, on its connection.</summary>
internal delegate Task LoadCall(GrpcChannel channel, CallOptions options);
