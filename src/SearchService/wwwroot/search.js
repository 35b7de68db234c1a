// The search page: one request a search, text put in as text, so that no archive can put markup into the page.
const form = document.getElementById('form');
const byId = id => document.getElementById(id);
let nextPageToken = '';
let asked = 0;

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

/** An address that was kept or sent to someone asks the same again. */
function readAddress() {
  const address = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = address.has(field.name);
    else if (field.name) field.value = address.get(field.name) ?? (field.name === 'order' ? 'relevance' : '');
  }
  if (address.has('article')) show(address.get('article'));
  else if (address.has('query')) search(false);
}

function request(more) {
  const { query, from, to, undated, once, order, generation } = Object.fromEntries(new FormData(form));
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
  const body = { query, forgiving: true, timeZone, orderBy: order, duplicates: once ? 'COLLAPSE' : 'SHOW', pageSize: 20, pageToken: more ? nextPageToken : '', generation };
  if (from || to) body.published = { from, to, undated: undated ? 'INCLUDE' : 'EXCLUDE' };
  return body;
}

async function search(more) {
  const turn = ++asked;
  byId('article').hidden = true;
  const body = request(more);
  let reply, result;
  try {
    reply = await fetch('v1/articles:search', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    result = await reply.json();
  } catch {
    return fail('The service does not answer.');
  }
  if (turn !== asked) return;
  if (!more) byId('hits').replaceChildren();
  if (!more) byId('meant').hidden = true;
  showState(body.generation, reply.ok);
  if (!reply.ok) return fail(explain(result, body.query), mended(result));
  byId('problem').hidden = true;
  nextPageToken = result.nextPageToken;
  byId('more').hidden = !nextPageToken;
  byId('summary').textContent = `${counted(result.total)} found by ${result.canonicalQuery} in generation ${result.generation}`;
  byId('notices').replaceChildren(...result.notices.map(notice => element('li', notice)));
  byId('hits').append(...result.hits.map(hit));
  if (more) return;
  count(body, turn);
  if (result.emptyResult) offer(result.emptyResult.alternatives.map(each => [each.change === 'SPELLING' ? 'Did you mean ' : 'Try ', each.query, each.articles]));
  else correct(result.canonicalQuery, turn);
}

/** An address that names a state of the index is answered from that state or not at all; a link leads to the newest. */
function showState(generation, answered) {
  byId('state').hidden = !generation;
  if (!generation) return;
  const link = element('a', 'newest state');
  link.href = '?' + new URLSearchParams({ ...Object.fromEntries(new FormData(form)), generation: '' });
  byId('state').replaceChildren(answered ? `Answered from generation ${generation} of the index, not from the ` : `The address asks for generation ${generation} of the index. Ask the `, link, '.');
}

/** Links to other queries, which have the filters of the request in them. */
function offer(queries) {
  const { generation, order } = Object.fromEntries(new FormData(form));
  byId('meant').replaceChildren(...queries.map(([label, query, articles]) => {
    const link = element('a', query);
    link.href = '?' + new URLSearchParams({ query, order, generation });
    return element('li', label, link, ` (${Number(articles).toLocaleString('en')})`);
  }));
  byId('meant').hidden = queries.length === 0;
}

/** Articles, and texts and sources where they are fewer. */
function counted({ value, distinctTexts, sources }) {
  const number = text => Number(text).toLocaleString('en');
  const texts = distinctTexts === value ? '' : `, ${number(distinctTexts)} different texts`;
  return `${number(value)} articles${texts}${Number(sources) > 1 ? ` of ${number(sources)} sources` : ''}`;
}

/** Another spelling, where it finds more: of the query with all filters, so that its count is what the link finds. */
async function correct(text, turn) {
  byId('meant').hidden = true;
  const reply = await fetch('v1/suggest?' + new URLSearchParams({ text, limit: 1 }));
  if (!reply.ok || turn !== asked) return;
  const { didYouMean } = await reply.json();
  if (didYouMean) offer([['Did you mean ', didYouMean.query, didYouMean.articles]]);
}

/** What may be meant by what is being typed: put in place of it when it is picked. */
async function suggest() {
  const text = byId('query').value;
  if (text.trim().length < 2) return;
  const reply = await fetch('v1/suggest?' + new URLSearchParams({ text, limit: 4 }));
  if (!reply.ok || text !== byId('query').value) return;
  const { suggestions } = await reply.json();
  byId('suggestions').replaceChildren(...suggestions.map(({ kind, text: label, query, articles }) => {
    const option = element('option');
    option.value = query;
    option.label = kind === 'HEADLINE' ? label : `${label} (${kind.toLowerCase()}, ${Number(articles).toLocaleString('en')})`;
    return option;
  }));
}

/** Who and what the articles mention; a name narrows the search to its articles. */
async function count({ query, published, timeZone, generation }, turn) {
  byId('facets').hidden = true;
  const fields = { person: ['person', 'People'], organization: ['org', 'Organisations'], place: ['place', 'Places'] };
  const body = { query, published, timeZone, generation, forgiving: true, facets: Object.keys(fields), limit: 8 };
  const reply = await fetch('v1/articles:aggregate', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!reply.ok || turn !== asked) return;
  const { facets } = await reply.json();
  const shown = facets.filter(facet => facet.values.length > 0);
  byId('facets').replaceChildren(...shown.map(facet => element('p', element('strong', fields[facet.field][1]), ' ', ...facet.values.map(value => {
    const link = element('a', value.name);
    const state = Object.fromEntries(new FormData(form));
    const narrowed = `${query.trim() ? `(${query}) ` : ''}${fields[facet.field][0]}:"${value.id.replace(/["\\]/g, '\\$&')}"`;
    link.href = '?' + new URLSearchParams({ ...state, query: narrowed });
    return className('value', element('span', link, ` ${Number(value.articles).toLocaleString('en')}`));
  }))));
  byId('facets').hidden = shown.length === 0;
}

function hit({ article, snippets }) {
  const headline = snippets.find(snippet => snippet.field === 'headline');
  const link = element('a', ...(headline ? marked(headline) : [article.headline || '(no headline)']));
  link.href = '?' + new URLSearchParams({ article: article.id });
  return element('li',
    element('h2', link),
    className('byline', element('p', byline(article))),
    ...snippets.filter(snippet => snippet.field === 'body').map(snippet => element('p', ...marked(snippet))));
}

async function show(id) {
  const reply = await fetch('v1/articles/' + encodeURIComponent(id));
  const article = await reply.json();
  if (!reply.ok) return fail(article.message);
  const names = article.entities.map(entity => entity.name).join(', ');
  byId('article').replaceChildren(
    element('h2', article.headline),
    className('byline', element('p', byline(article))),
    element('div', article.body),
    className('byline', element('p', [names, article.authors.join(', '), article.url, `id ${article.id}`].filter(Boolean).join('\n'))));
  byId('article').hidden = false;
  const similar = await fetch(`v1/articles/${encodeURIComponent(id)}:similar?pageSize=5`);
  if (!similar.ok) return;
  const { articles } = await similar.json();
  byId('article').append(...(articles.length ? [element('h3', 'Background')] : []), ...articles.map(each => {
    const link = element('a', each.article.headline || each.article.id);
    link.href = '?' + new URLSearchParams({ article: each.article.id });
    return element('p', link, ' ', byline(each.article));
  }));
}

function byline(article) {
  const { value, timeOfDay } = article.published;
  return [value ? `${value} ${timeOfDay}`.trim() : ['undated', timeOfDay].filter(Boolean).join(', '), article.source].filter(Boolean).join(' · ');
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

/** The sentence of an error, and the query with a mark under what is wrong with it. */
function explain(error, query) {
  const info = error.details?.find(detail => detail.metadata?.offset !== undefined);
  if (!info || info.metadata.length === '0') return error.message;
  return `${query}\n${' '.repeat(info.metadata.offset)}${'^'.repeat(info.metadata.length)}\n${error.message}`;
}

/** A query that can be read and may be what was meant; nothing is searched before it is picked. */
function mended(error) {
  const query = error.details?.find(detail => detail.metadata?.mended)?.metadata.mended;
  if (!query) return [];
  const link = element('a', query);
  link.href = '?' + new URLSearchParams({ ...Object.fromEntries(new FormData(form)), query });
  return ['\nSearch instead for ', link];
}

function fail(message, offer = []) {
  byId('problem').replaceChildren(message, ...offer);
  byId('problem').hidden = false;
  byId('facets').hidden = true;
  byId('summary').textContent = '';
  byId('notices').replaceChildren();
  byId('more').hidden = true;
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
