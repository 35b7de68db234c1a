// The search page. Text of articles is inserted as text, so that an archive cannot inject markup.
const form = document.getElementById('form');
const byId = id => document.getElementById(id);
const countsCopiesOnce =
  'Names are counted in the earliest of several near-duplicates only. A search by name counts all of them.';
/** Name of the access key in sessionStorage, which ends with the tab. */
const keyName = 'newssearch-access-key';
let nextPageToken = '';
let asked = 0;
/** State and request of the hits shown; the form may have been edited since. */
let answered = null;

form.addEventListener('submit', event => {
  event.preventDefault();
  const state = Object.fromEntries(new FormData(form));
  history.pushState(state, '', '?' + new URLSearchParams(state));
  search(false);
});
byId('more').addEventListener('click', () => search(true));
byId('query').addEventListener('input', suggest);
addEventListener('popstate', readAddress);
readAddress();

/** Fills the form from the address and searches, so that an address can be kept or shared. */
function readAddress() {
  const address = new URLSearchParams(location.search);
  for (const field of form.elements) {
    const value = address.get(field.name);
    if (field.type === 'checkbox') field.checked = value === 'on';
    else if (field.name) field.value = value === null ? (field.name === 'order' ? 'relevance' : '') : oneLine(value);
  }
  if (address.has('article')) show(address.get('article'));
  else if (address.has('query')) search(false);
  else clear();
}

/** Replaces line breaks by spaces: a one-line input drops them and joins the words around them. */
function oneLine(text) {
  return text.replace(/[\r\n]+/g, ' ');
}

/** Notices for parameters of the address that the form ignores. */
function unreadParts() {
  const read = new FormData(form);
  const unread = [...new URLSearchParams(location.search)].filter(([name, value]) => (read.get(name) ?? '') !== oneLine(value));
  return unread.map(([name, value]) => `The address asks for ${name}=${value}, which this page ignores.`);
}

function request({ query, from, to, undated, once, order, generation }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
  // A browser without a time zone uses UTC, as does the service for the empty name.
  const timeZone = ['Etc/Unknown', '+00:00'].includes(zone) ? '' : zone;
  const body = { query, forgiving: true, timeZone, orderBy: order, duplicates: once ? 'COLLAPSE' : 'SHOW', pageSize: 20, generation };
  if (from || to) body.published = { from, to, undated: undated ? 'INCLUDE' : 'EXCLUDE' };
  return body;
}

/** Shows the field for the access key, with the reason why the service refuses the call. */
function askForKey({ message }, hasKey) {
  byId('sign-in').hidden = false;
  byId('sign-in-reason').textContent = hasKey
    ? `The service refuses this access key: ${message}.`
    : 'This service needs an access key. The key is kept until this tab is closed.';
}

byId('sign-in').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(keyName, byId('key').value.trim());
  byId('key').value = '';
  byId('sign-in').hidden = true;
  readAddress();
});

/** Calls the service; returns the result or the error. */
async function call(path, body) {
  try {
    const key = sessionStorage.getItem(keyName);
    const headers = key ? { authorization: `Bearer ${key}` } : {};
    if (body) headers['content-type'] = 'application/json';
    const reply = await fetch(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
    const message = await reply.json();
    if (reply.status === 401 || reply.status === 403) askForKey(message, Boolean(key));
    return reply.ok ? { result: message } : { error: message };
  } catch {
    return { error: { message: 'The service does not respond.' } };
  }
}

async function search(more) {
  if (!more) {
    clear();
    const state = Object.fromEntries(new FormData(form));
    answered = { state, body: request(state) };
    byId('summary').textContent = 'Searching…';
  }
  const turn = ++asked;
  const { state, body } = answered;
  const { result, error } = await call('v1/articles:search', { ...body, pageToken: more ? nextPageToken : '' });
  if (turn !== asked) return;
  if (error && more) return failMore(error);
  if (error) fail(explain(error, body.query), mended(error, state));
  if (!more) showState(state, !error);
  if (error) return;
  byId('problem').hidden = true;
  nextPageToken = result.nextPageToken;
  byId('more').hidden = !nextPageToken;
  byId('hits').append(...result.hits.map(hit));
  if (more) return;
  byId('summary').textContent = `${counted(result.total)} found by ${result.canonicalQuery} in generation ${result.generation}`;
  byId('notices').replaceChildren(...[...unreadParts(), ...result.notices].map(notice => element('li', notice)));
  count(result.generation, turn);
  if (result.emptyResult) offer(result.emptyResult.alternatives.map(alternative));
  else correct(result, turn);
}

/** Says which generation the address names, with a link to the current one. */
function showState(state, answers) {
  const { generation } = state;
  byId('state').hidden = !generation;
  if (!generation) return;
  const link = element('a', 'current generation');
  link.href = linkTo({ ...state, generation: '' });
  const source = answers
    ? `Results are from generation ${generation} of the index, as the address asks. Search the `
    : `The address asks for generation ${generation} of the index. Search the `;
  byId('state').replaceChildren(source, link, '.');
}

function alternative({ change, query, articles }) {
  return [change === 'SPELLING' ? 'Did you mean ' : 'Try ', query, articles];
}

/** Links to other queries, which contain the filters of the request. */
function offer(queries) {
  const { generation, order } = answered.state;
  byId('meant').replaceChildren(...queries.map(([label, query, articles]) => {
    const link = element('a', query);
    link.href = linkTo({ query, order, generation });
    return element('li', label, link, ` (${Number(articles).toLocaleString('en')})`);
  }));
  byId('meant').hidden = queries.length === 0;
}

function linkTo(state) {
  return '?' + new URLSearchParams(state);
}

/** Number of articles, with the numbers of distinct texts and of sources. */
function counted({ value, distinctTexts, sources }) {
  const number = text => Number(text).toLocaleString('en');
  const texts = distinctTexts === value ? '' : `, ${number(distinctTexts)} distinct texts`;
  const from = Number(sources) > 1 ? ` of ${number(sources)} sources` : '';
  return `${number(value)} ${Number(value) === 1 ? 'article' : 'articles'}${texts}${from}`;
}

/** Offers another spelling that finds more. It is for the query with all filters in the same generation, so that its count is right. */
async function correct({ canonicalQuery, generation }, turn) {
  const { result } = await call('v1/suggest?' + new URLSearchParams({ text: canonicalQuery, limit: 1 }));
  if (turn !== asked || result?.generation !== generation || !result.didYouMean) return;
  offer([['Did you mean ', result.didYouMean.query, result.didYouMean.articles]]);
}

/** Offers completions; a picked one replaces the text. */
async function suggest() {
  const text = byId('query').value;
  if (text.trim().length < 2) return;
  const { result } = await call('v1/suggest?' + new URLSearchParams({ text, limit: 4 }));
  if (!result || text !== byId('query').value) return;
  byId('suggestions').replaceChildren(...result.suggestions.map(({ kind, text: label, query, articles }) => {
    const option = element('option');
    option.value = query;
    option.label = kind === 'HEADLINE' ? label : `${label} (${kind.toLowerCase()}, ${Number(articles).toLocaleString('en')})`;
    return option;
  }));
}

/** Shows facets; a value narrows the search. Near-duplicates count, as in the total of the search that the link starts. */
async function count(generation, turn) {
  const { state, body: { query, published, timeZone } } = answered;
  const fields = { person: ['person', 'People'], organization: ['org', 'Organisations'], place: ['place', 'Places'] };
  // A name is added to the canonical query: in the typed text it could end up inside an open quotation mark.
  const [parsed, counts] = await Promise.all([
    call('v1/query:parse', { query, timeZone, forgiving: true }),
    call('v1/articles:aggregate', { query, published, timeZone, generation, forgiving: true, facets: Object.keys(fields), limit: 8 }),
  ]);
  if (turn !== asked) return;
  const error = parsed.error ?? counts.error;
  if (error) return byId('notices').append(element('li', `The names in these articles could not be counted: ${error.message}`));
  const { canonicalQuery: read, tree } = parsed.result;
  if (asksCopiesOnce(tree)) byId('notices').append(element('li', countsCopiesOnce));
  const shown = counts.result.facets.filter(facet => facet.values.length > 0);
  byId('facets').replaceChildren(...shown.map(({ field, values }) => {
    const [prefix, label] = fields[field];
    return element('p', element('strong', label), ' ', ...values.map(value => facetValue(value, prefix, read, state)));
  }));
  byId('facets').hidden = shown.length === 0;
}

function facetValue({ id, name, articles }, prefix, read, state) {
  const link = element('a', name);
  const clause = `${prefix}:"${id.replace(/["\\]/g, '\\$&')}"`;
  link.href = linkTo({ ...state, query: read === '*' ? clause : `(${read}) ${clause}` });
  return className('value', element('span', link, ` ${Number(articles).toLocaleString('en')}`));
}

function asksCopiesOnce({ kind, parts }) {
  return kind === 'copiesonce' || parts.some(asksCopiesOnce);
}

function hit({ article, snippets, notice }) {
  const headline = snippets.find(snippet => snippet.field === 'headline');
  const link = element('a', ...(headline ? marked(headline) : [article.headline || '(no headline)']));
  link.href = '?' + new URLSearchParams({ article: article.id });
  return element('li',
    element('h2', link),
    className('byline', element('p', byline(article))),
    ...snippets.filter(snippet => snippet.field === 'body').map(snippet => element('p', ...marked(snippet))),
    ...(notice ? [className('byline', element('p', notice))] : []));
}

async function show(id) {
  clear();
  const turn = asked;
  const { result: article, error } = await call('v1/articles/' + encodeURIComponent(id));
  if (turn !== asked) return;
  if (error) return fail(error.message);
  const names = article.entities.map(entity => entity.name).join(', ');
  byId('article').replaceChildren(
    element('h2', article.headline),
    className('byline', element('p', byline(article))),
    element('div', article.body),
    className('byline', element('p', [names, article.authors.join(', '), article.url, `id ${article.id}`].filter(Boolean).join('\n'))));
  byId('article').hidden = false;
  const { result: similar } = await call(`v1/articles/${encodeURIComponent(id)}:similar?pageSize=5`);
  if (!similar || turn !== asked) return;
  const { articles } = similar;
  byId('article').append(...(articles.length ? [element('h3', 'Related articles')] : []), ...articles.map(each => {
    const link = element('a', each.article.headline || each.article.id);
    link.href = '?' + new URLSearchParams({ article: each.article.id });
    return element('p', link, ' ', byline(each.article));
  }));
}

function byline(article) {
  const { value, timeOfDay } = article.published;
  const date = value ? `${value} ${timeOfDay}`.trim() : ['undated', timeOfDay].filter(Boolean).join(', ');
  return [date, article.source].filter(Boolean).join(' · ');
}

function marked({ text, matches }) {
  const parts = [];
  let end = 0;
  for (const match of matches) {
    parts.push(text.slice(end, match.start), element('mark', text.slice(match.start, match.end)));
    end = match.end;
  }
  parts.push(text.slice(end));
  return parts;
}

/** Message of an error, below the query with its error marked. */
function explain(error, query) {
  const info = error.details?.find(detail => detail.metadata?.offset !== undefined);
  if (!info || info.metadata.length === '0') return error.message;
  return `${query}\n${' '.repeat(info.metadata.offset)}${'^'.repeat(info.metadata.length)}\n${error.message}`;
}

/** Link to the repaired query. It may differ from what was meant, so that the user has to pick it. */
function mended(error, state) {
  const query = error.details?.find(detail => detail.metadata?.mended)?.metadata.mended;
  if (!query) return [];
  const link = element('a', query);
  link.href = linkTo({ ...state, query });
  return ['\nSearch instead for ', link];
}

function fail(message, offer = []) {
  clear();
  problem(message, ...offer);
}

/** Reports that there are no further pages. The hits shown stay, since they are of the generation that the summary names. */
function failMore(error) {
  const again = element('a', 'Search again');
  again.href = location.search;
  byId('more').hidden = !isTransient(error);
  problem(`No further articles could be shown. ${error.message}`, '\n', again);
}

function isTransient(error) {
  return !error.details?.some(detail => detail.reason === 'GENERATION_EXPIRED' || detail.reason === 'GENERATION_UNKNOWN');
}

function problem(...content) {
  byId('problem').replaceChildren(...content);
  byId('problem').hidden = false;
  byId('problem').scrollIntoView({ block: 'nearest' });
}

/** Removes the previous result, and drops replies that are still on their way. */
function clear() {
  asked++;
  for (const id of ['problem', 'state', 'meant', 'facets', 'more', 'article']) byId(id).hidden = true;
  for (const id of ['notices', 'hits']) byId(id).replaceChildren();
  byId('summary').textContent = '';
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function className(name, made) {
  made.className = name;
  return made;
}
