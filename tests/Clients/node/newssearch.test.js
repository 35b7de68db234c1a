// Calls running services as a client of another tool chain would. NodeClientTests.cs starts them and says where they are.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { writeFileSync } from 'node:fs';
import { collect, connect, detailed, status } from './contract.js';

const services = JSON.parse(process.env.NEWSSEARCH_SERVICES ?? 'null');
if (services === null) throw new Error('NEWSSEARCH_SERVICES is not set; run NodeClientTests of NewsSearch.Tests, which starts the services');
const open = Object.fromEntries(Object.entries(services.addresses).map(
  ([name, address]) => [name, connect(address, name === 'unissued' ? services.token : '')]));
const { main } = open;
const signed = Object.fromEntries(
  Object.entries(services.keys).map(([name, bearer]) => [name, connect(services.addresses.guarded, bearer)]));
const met = new Set();
after(() => {
  Object.values({ ...open, ...signed }).forEach(client => client.close());
  writeFileSync(services.met, [...met].sort().join('\n'));
});

const inOrder = { pageSize: 100, orderBy: 'oldest' };

test('A search gives typed hits with an exact total', async () => {
  const reply = await main.Search({ query: 'storm', entities: [{ name: 'Zora Quill', type: 'PERSON' }] });
  assert.equal(reply.hits.length, 10);
  assert.deepEqual([reply.total.value, reply.total.relation], [services.articles, 'EXACT']);
  assert.equal(reply.hits[0].article.published.precision, 'DAY');
  const [snippet] = reply.hits[0].snippets;
  const { start, end } = snippet.matches[0];
  assert.match(snippet.text.slice(start, end), /^storm$/i);
});

test('Pages to the end have each article once', async () => {
  const ids = await pagedIds();
  assert.equal(ids.length, services.articles);
  assert.equal(new Set(ids).size, services.articles);
});

test('An export has what the pages have, and goes on from a cursor', async () => {
  const whole = await collect(main.Export({ query: 'storm', orderBy: 'oldest', withoutBody: true }));
  assert.deepEqual(whole.map(each => each.article.id), await pagedIds());
  const rest = await collect(main.Export({ query: 'storm', orderBy: 'oldest', withoutBody: true, cursor: whole[99].cursor }));
  assert.deepEqual(rest.map(each => each.article.id), whole.slice(100).map(each => each.article.id));
});

test('A stream says in its first message how the query was read', async () => {
  const query = 'storm? OR copies:"nowhere"';
  const { notices, canonicalQuery } = await main.Search({ query });
  assert.equal(notices.length, 2);
  for (const call of ['Export', 'Concordance']) {
    const brought = await firstOf(main[call]({ query }));
    const alone = await firstOf(main[call]({ query, withReading: true }));
    assert.deepEqual([brought, alone].map(each => [each.notices, each.canonicalQuery]), Array(2).fill([notices, canonicalQuery]));
    assert.ok(brought.article !== null && alone.article === null);
    const [empty, ...more] = await collect(main[call]({ query: 'copies:"nowhere"', withReading: true }));
    assert.deepEqual([empty.notices.length, more.length], [1, 0]);
  }
});

test('An export that the client cancels ends at once', async () => {
  const stream = main.Export({ query: 'storm' });
  await assert.rejects(async () => {
    for await (const _ of stream) stream.cancel();
  }, { code: status.CANCELLED });
});

test('Counts, context, mentions and the index are answered', async () => {
  const counted = await main.Aggregate({ query: 'storm', facets: ['source'], timeline: 'year' });
  assert.equal(counted.facets[0].values[0].articles, services.articles);
  const lines = await collect(main.Concordance({ query: 'storm', limit: 5 }));
  assert.deepEqual(lines.map(line => line.match.toLowerCase()), Array(5).fill('storm'));
  assert.equal((await main.ListMentions({ id: 'person:zora quill', pageSize: 3 })).articles, services.articles);
  assert.equal((await main.GetIndexInfo()).articles, services.articles);
});

test('Matches, copies and quotations of an article are answered', async () => {
  const [id] = await pagedIds();
  const matches = await main.FindMatches({ id, search: { query: 'storm' } });
  assert.equal(matches.found, true);
  assert.ok(matches.headline.length + matches.body.length > 0);
  const { copies, articles, firstId } = await main.ListCopies({ id, pageSize: 100 });
  assert.ok(copies.some(copy => copy.article.id === id) && articles >= 1);
  assert.equal(copies.find(copy => copy.first)?.article.id ?? firstId, firstId);
  const quoted = await main.ListQuotations({ id: 'person:zora quill', orderBy: 'oldest' });
  assert.equal(quoted.generation, matches.generation);
});

test('A watcher of an alert gets what arrives, and goes on behind its last message', async () => {
  const { id } = await main.CreateAlert({ name: 'hail', query: 'hail' });
  const first = await firstOf(main.WatchMatches({ alerts: [id] }));
  assert.equal(first.event, undefined);
  const arrived = main.WatchMatches({ alerts: [id], resumeToken: first.resumeToken });
  writeFileSync(services.arrive, '');
  const { match } = await firstOf(arrived);
  assert.deepEqual([match.alert, match.article.id, match.article.revision], [id, 'arrived', 1]);
  assert.deepEqual((await main.ListAlerts()).alerts.map(each => each.query), ['hail']);
  await main.DeleteAlert({ id });
});

test('Articles are written, each with its outcome, and deleted', async () => {
  const outcomes = await ingest(open.writing, [
    { sequence: 1, article: { id: 'n/1', headline: 'Calm', published: { value: '1987-10', provenance: 'URL' } } },
    { sequence: 2, article: { id: 'n/2', headline: 'Calm again' } },
    { sequence: 3, article: { id: 'n/1', headline: 'Calm', published: { value: '1987-10', provenance: 'URL' } } },
    { sequence: 4, article: { id: 'n/4', published: { value: 'once' } } },
  ]);
  assert.deepEqual(outcomes.map(each => [each.sequence, each.outcome.status]), [[1, 'STATUS_NEW'], [2, 'STATUS_NEW'], [3, 'STATUS_DUPLICATE'], [4, 'STATUS_REJECTED']]);
  assert.deepEqual([outcomes[3].outcome.reason, outcomes[3].outcome.field], ['BAD_DATE', 'published.value']);
  const again = await open.writing.BatchIngestArticles({ articles: [{ id: 'n/2', headline: 'Calm again' }] });
  assert.equal(again.outcomes[0].status, 'STATUS_UNCHANGED');
  const deleted = await open.writing.DeleteArticles({ ids: ['n/1', 'nowhere'] });
  assert.deepEqual(deleted.outcomes.map(each => each.status), ['STATUS_DELETED', 'STATUS_NOT_FOUND']);
});

// Every documented reason, and a call that meets it: [reason, status, call].
const errors = [
  ['QUERY_SYNTAX', 'INVALID_ARGUMENT', () => main.Search({ query: 'a AND' })],
  ['UNKNOWN_FIELD', 'INVALID_ARGUMENT', () => main.Search({ query: 'hedline:x' })],
  ['BAD_DATE', 'INVALID_ARGUMENT', () => main.Search({ query: 'date:1987-13' })],
  ['FIELD_OUT_OF_RANGE', 'INVALID_ARGUMENT', () => main.Search({ pageSize: 101 })],
  ['QUERY_TOO_EXPENSIVE', 'INVALID_ARGUMENT', () => main.Search({ query: 'a '.repeat(2000) })],
  ['BAD_PAGE_TOKEN', 'INVALID_ARGUMENT', () => main.Search({ pageToken: 'mine' })],
  ['PAGE_TOKEN_MISMATCH', 'INVALID_ARGUMENT', async () => main.Search({ query: 'sea', pageToken: await tokenOf({ query: 'storm' }) })],
  ['MALFORMED_REQUEST', 'INVALID_ARGUMENT', () => bytes('Search', Buffer.from([0x0a, 0x05, 0x61]))],
  ['REQUEST_TOO_LARGE', 'RESOURCE_EXHAUSTED', () => main.Search({ query: 'a'.repeat(5_000_000) })],
  ['UNKNOWN_METHOD', 'UNIMPLEMENTED', () => bytes('Divine', Buffer.alloc(0))],
  ['GENERATION_EXPIRED', 'FAILED_PRECONDITION', () => main.Search({ query: 'storm', generation: services.earlier })],
  ['GENERATION_UNKNOWN', 'FAILED_PRECONDITION', () => main.Search({ query: 'storm', since: '99-0000000000000000' })],
  ['ARTICLE_NOT_FOUND', 'NOT_FOUND', () => main.GetArticle({ id: 'nowhere' })],
  ['ENTITY_NOT_FOUND', 'NOT_FOUND', () => main.GetEntity({ id: 'person:no body' })],
  ['CORRECTION_NOT_FOUND', 'NOT_FOUND', () => main.UndoCorrection({ number: 77, who: 'desk' })],
  ['CORRECTION_ALREADY_UNDONE', 'FAILED_PRECONDITION', undoneTwice],
  ['NOT_SIGNED_IN', 'UNAUTHENTICATED', () => open.guarded.Search({ query: 'storm' })],
  ['BAD_CREDENTIALS', 'UNAUTHENTICATED', () => signed.wrong.Search({ query: 'storm' })],
  ['CREDENTIALS_EXPIRED', 'UNAUTHENTICATED', () => signed.gone.Search({ query: 'storm' })],
  ['SCOPE_MISSING', 'PERMISSION_DENIED', () => signed.reader.PinGeneration({ by: 'reader' })],
  ['RATE_LIMITED', 'RESOURCE_EXHAUSTED', async () => {
    for (let i = 0; i < 10; i++) await signed.slow.Search({ query: 'storm' });
  }],
  ['TOO_MANY_CALLS', 'RESOURCE_EXHAUSTED', async () => {
    const watch = signed.single.WatchMatches();
    watch.on('error', () => {});
    await new Promise(resolve => watch.once('data', resolve));
    try {
      await signed.single.Search({ query: 'storm' });
    } finally {
      watch.cancel();
    }
  }],
  ['SNAPSHOTS_OFF', 'FAILED_PRECONDITION', () => main.ListSnapshots()],
  ['SNAPSHOT_NOT_FOUND', 'NOT_FOUND', () => open.saving.DeleteSnapshot({ name: 'nightly' })],
  ['SNAPSHOT_EXISTS', 'ALREADY_EXISTS', async () => {
    await collect(open.saving.CreateSnapshot({ name: 'twice' }));
    await firstOf(open.saving.CreateSnapshot({ name: 'twice' }));
  }],
  ['SNAPSHOT_BUSY', 'UNAVAILABLE', () => firstOf(open.busy.CreateSnapshot({ name: 'second' }))],
  ['SNAPSHOT_NOT_WRITTEN', 'FAILED_PRECONDITION', () => firstOf(open.readOnly.CreateSnapshot({ name: 'denied' }))],
  ['VERIFY_RUNNING', 'RESOURCE_EXHAUSTED', () => firstOf(open.saving.Verify())],
  ['ALERT_NOT_FOUND', 'NOT_FOUND', () => main.GetAlert({ id: '77' })],
  ['REQUEST_ID_REUSED', 'ALREADY_EXISTS', async () => {
    const request = { name: 'once', query: 'snow', requestId: 'node-1' };
    const { id } = await main.CreateAlert(request);
    assert.equal((await main.CreateAlert(request)).id, id);
    await main.DeleteAlert({ id });
    assert.equal((await main.CreateAlert(request)).id, id);
    await main.CreateAlert({ ...request, query: 'sleet' });
  }],
  ['BAD_RESUME_TOKEN', 'INVALID_ARGUMENT', () => firstOf(main.WatchMatches({ resumeToken: 'mine' }))],
  ['TOO_MANY_ALERTS', 'RESOURCE_EXHAUSTED', () => open.busy.CreateAlert({ query: 'storm' })],
  ['ALERTS_UNAVAILABLE', 'UNAVAILABLE', () => open.damaged.ListAlerts()],
  ['ALERTS_READ_ONLY', 'FAILED_PRECONDITION', () => open.readOnly.CreateAlert({ query: 'storm' })],
  ['GENERATION_NOT_PINNED', 'NOT_FOUND', () => main.UnpinGeneration({ generation: '99-0000000000000000' })],
  ['GENERATION_PINNED_BY_SEVERAL', 'FAILED_PRECONDITION', async () => {
    const { generation } = await main.PinGeneration({ by: 'one' });
    await main.PinGeneration({ by: 'two' });
    await main.UnpinGeneration({ generation });
  }],
  ['TOO_MANY_PINS', 'RESOURCE_EXHAUSTED', () => open.busy.PinGeneration({ by: 'one more' })],
  ['INDEX_UNAVAILABLE', 'UNAVAILABLE', () => open.empty.Search({ query: 'storm' })],
  ['TOO_MANY_SEARCHES', 'RESOURCE_EXHAUSTED', () => open.busy.Search({ query: 'storm' })],
  ['DEADLINE_EXCEEDED', 'DEADLINE_EXCEEDED', () => open.slow.Search({ query: 'storm' })],
  ['CORRECTIONS_UNAVAILABLE', 'UNAVAILABLE', () => open.damaged.Search({ query: 'storm' })],
  ['CORRECTIONS_READ_ONLY', 'FAILED_PRECONDITION', () =>
    open.readOnly.RenameEntity({ entity: { id: 'person:zora quill' }, name: 'Zora', who: 'desk' })],
  ['INDEX_READ_ONLY', 'FAILED_PRECONDITION', () => open.readOnly.PinGeneration()],
  ['PINS_UNAVAILABLE', 'UNAVAILABLE', () => open.unpinnable.PinGeneration()],
  ['SIGN_IN_UNAVAILABLE', 'UNAVAILABLE', () => open.unissued.Search({ query: 'storm' })],
  ['INDEX_NOT_WRITTEN', 'UNAVAILABLE', () => ingest(open.full, [{ article: { headline: 'Calm' } }])],
  ['INGEST_OFF', 'FAILED_PRECONDITION', () => ingest(main, [{ article: { headline: 'Calm' } }])],
  ['INGEST_IMPOSSIBLE', 'FAILED_PRECONDITION', () => ingest(open.named, [{ article: { headline: 'Calm' } }])],
  ['INDEX_LOCKED', 'UNAVAILABLE', () => ingest(open.locked, [{ article: { headline: 'Calm' } }])],
  ['TOO_MANY_STREAMS', 'RESOURCE_EXHAUSTED', async () => {
    const held = open.writing.IngestArticles();
    try {
      held.write({ article: { id: 'n/5', headline: 'Calm' } });
      await new Promise(resolve => held.once('data', resolve));
      await ingest(open.writing, [{ article: { headline: 'Calm' } }]);
    } finally {
      held.end();
    }
  }],
];
const retried = [
  'ALERTS_UNAVAILABLE', 'RATE_LIMITED', 'TOO_MANY_CALLS', 'INDEX_UNAVAILABLE', 'TOO_MANY_SEARCHES',
  'CORRECTIONS_UNAVAILABLE', 'INDEX_LOCKED', 'TOO_MANY_STREAMS', 'SNAPSHOT_BUSY', 'VERIFY_RUNNING', 'PINS_UNAVAILABLE',
  'SIGN_IN_UNAVAILABLE', 'INDEX_NOT_WRITTEN',
];

for (const [reason, code, call] of errors) {
  test(`${reason} is ${code} with its details`, async () => {
    const error = await call().then(() => assert.fail('the call succeeds'), failure => failure);
    assert.equal(status[error.code], code, error.message);
    assert.deepEqual([error.details.ErrorInfo?.reason, error.details.ErrorInfo?.domain], [reason, 'newssearch']);
    assert.equal(error.details.RetryInfo !== undefined, retried.includes(reason));
    if (reason.endsWith('_NOT_FOUND') && error.details.ResourceInfo) assert.match(error.details.ResourceInfo.resourceType, /^newssearch\.v1\./);
    met.add(reason);
  });
}

test('STREAM_STALLED is a reset that arrives as RESOURCE_EXHAUSTED without details, behind what was under way', async () => {
  let read = 0;
  const error = await (async () => {
    for await (const _ of open.unpinnable.Export({ query: 'storm' }))
      if (read++ === 0) await new Promise(resolve => setTimeout(resolve, 1000));
  })().then(() => assert.fail('the stream comes to its end'), detailed);
  assert.equal(status[error.code], 'RESOURCE_EXHAUSTED', error.message);
  assert.deepEqual(error.details, {});
  assert.ok(read > 0);
  met.add('STREAM_STALLED');
});

test('After all errors the same connection answers', async () => {
  assert.equal((await main.Search({ query: 'storm' })).total.value, services.articles);
});

test('pages of corrections are the whole list, once and in order', async () => {
  for (const name of ['Countess', 'Duchess', 'Zora Quill'])
    await main.RenameEntity({ entity: { id: 'person:zora quill' }, name, who: 'desk' });
  const { corrections: whole, nextPageToken } = await main.ListCorrections({});
  assert.ok(whole.length >= 3 && nextPageToken === '');
  assert.deepEqual(await paged('ListCorrections', 'corrections', {}, 2), whole);
});

test('pages of similar articles and of entities are the whole list, at one generation', async () => {
  const lists = [
    ['FindSimilarArticles', 'articles', { id: 'storm/1' }],
    ['SearchEntities', 'entities', { name: 'z' }],
    ['ListCooccurrences', 'cooccurrences', { id: 'person:zora quill' }],
  ];
  for (const [call, member, request] of lists) {
    const whole = await paged(call, member, request, 100);
    assert.deepEqual(await paged(call, member, request, 7), whole, call);
    await assert.rejects(main[call]({ ...request, pageToken: 'mine' }), error => error.details.ErrorInfo.reason === 'BAD_PAGE_TOKEN');
  }
  assert.equal((await paged('FindSimilarArticles', 'articles', { id: 'storm/1' }, 50)).length, services.articles - 1);
});

async function ingest(client, requests) {
  const stream = client.IngestArticles();
  requests.forEach(request => stream.write(request));
  stream.end();
  return collect(stream);
}

async function pagedIds() {
  const ids = [];
  let pageToken = '';
  do {
    const page = await main.Search({ ...inOrder, query: 'storm', pageToken });
    ids.push(...page.hits.map(hit => hit.article.id));
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  return ids;
}

async function paged(call, member, request, pageSize) {
  const entries = [];
  let pageToken = '';
  do {
    const page = await main[call]({ ...request, pageSize, pageToken });
    assert.ok(page[member].length <= pageSize);
    entries.push(...page[member]);
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  return entries;
}

/** The first message of a stream, which is cancelled then. */
async function firstOf(stream) {
  try {
    for await (const message of stream) return message;
  } catch (error) {
    throw detailed(error);
  } finally {
    stream.cancel();
  }
}

async function tokenOf(request) {
  return (await main.Search(request)).nextPageToken;
}

async function undoneTwice() {
  const { number } = await main.RenameEntity({ entity: { id: 'person:zora quill' }, name: 'Countess', who: 'desk' });
  await main.UndoCorrection({ number, who: 'desk' });
  await main.UndoCorrection({ number, who: 'desk' });
}

/** Sends bytes as they are. */
function bytes(method, request) {
  return new Promise((resolve, reject) => main.raw.makeUnaryRequest(
    `/newssearch.v1.SearchService/${method}`, each => each, each => each, request,
    (error, response) => error ? reject(detailed(error)) : resolve(response)));
}
