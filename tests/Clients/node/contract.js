// The contract as any JavaScript program gets it: loaded from the .proto files, without generated code.
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import { fileURLToPath } from 'node:url';

const options = {
  keepCase: false,
  longs: Number,
  enums: String,
  defaults: true,
  oneofs: true,
  includeDirs: [fileURLToPath(new URL('../../../protos', import.meta.url))],
};
const files = ['search', 'article', 'entity', 'index', 'alert', 'admin', 'ingest'].map(name => `newssearch/v1/${name}_service.proto`);
const definition = protoLoader.loadSync([...files, 'google/rpc/status.proto', 'google/rpc/error_details.proto'], options);
const { newssearch: { v1 } } = grpc.loadPackageDefinition(definition);

const detailTypes = ['ErrorInfo', 'BadRequest', 'ResourceInfo', 'RetryInfo'].map(name => `google.rpc.${name}`);

const services = ['SearchService', 'ArticleService', 'EntityService', 'IndexService', 'AlertService', 'AdminService', 'IngestService'];

/** Clients of all services at an address; each call returns a promise, or for a stream the stream. */
export function connect(address, bearer = '') {
  const credentials = grpc.credentials.createInsecure();
  const interceptors = bearer === '' ? [] : [signedIn(bearer)];
  const clients = services.map(name => new v1[name](address, credentials, { interceptors }));
  const calls = { close: () => clients.forEach(client => client.close()), raw: clients[0] };
  for (const client of clients) {
    for (const [name, method] of Object.entries(Object.getPrototypeOf(client))) {
      if (method.path === undefined) continue;
      calls[name] = method.responseStream
        ? (request = {}) => method.requestStream ? client[name]() : client[name](request)
        : (request = {}) => new Promise((resolve, reject) =>
          client[name](request, (error, response) => error ? reject(detailed(error)) : resolve(response)));
    }
  }
  return calls;
}

/** Sends credentials with each call. */
function signedIn(bearer) {
  return (options, next) => new grpc.InterceptingCall(next(options), {
    start: (metadata, listener, begin) => {
      metadata.set('authorization', bearer);
      begin(metadata, listener);
    },
  });
}

/** The error with its google.rpc details, by the short name of their message. */
export function detailed(error) {
  const [bytes] = error.metadata?.get('grpc-status-details-bin') ?? [];
  error.details = {};
  if (bytes === undefined) return error;
  for (const any of definition['google.rpc.Status'].deserialize(bytes).details) {
    const type = any.type_url.slice('type.googleapis.com/'.length);
    if (!detailTypes.includes(type)) throw new Error(`${any.type_url} is no documented detail of an error`);
    error.details[type.slice('google.rpc.'.length)] = definition[type].deserialize(any.value);
  }
  return error;
}

/** The messages of a stream to its end. */
export async function collect(stream) {
  const messages = [];
  try {
    for await (const message of stream) messages.push(message);
  } catch (error) {
    throw detailed(error);
  }
  return messages;
}

export const { status } = grpc;
